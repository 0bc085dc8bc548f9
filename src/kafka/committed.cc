#include "committed.h"

#include <algorithm>
#include <string>

#include "client.h"
#include "fmt/format.h"
#include "messages.h"
#include "watermarks.h"

namespace newsmill::kafka {
namespace {

using pipeline::Progress;
using pipeline::PublishError;
using pipeline::PublishFailure;
using pipeline::Standing;

constexpr int kRequestTimeoutMs = 10'000;

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code, std::string what) {
  return std::unexpected(PublishError{
      .failure =
          NeedsAPerson(code) ? PublishFailure::kStop : PublishFailure::kRetry,
      .what = "cannot fetch the committed offsets: " + std::move(what)});
}

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code) {
  return Fail(code, Describe(code));
}

/// What the group committed for a partition; -1: nothing.
Progress ProgressOf(const rd_kafka_topic_partition_t& committed) {
  Progress progress{committed.partition,
                    std::max<int64_t>(committed.offset, -1), ""};
  if (committed.metadata_size > 0) {
    progress.note.assign(static_cast<const char*>(committed.metadata),
                         committed.metadata_size);
  }
  return progress;
}

std::expected<Standing, PublishError> StandingOf(
    const Watermarks& watermarks, const Options& options, Progress progress,
    std::vector<std::string>& expired) {
  const auto [low, high] = watermarks;
  Standing standing{.progress = std::move(progress)};
  int64_t& next = standing.progress.next_offset;
  if (next > high) {
    // A new leader may not know the end yet, so look again.
    return Fail(
        RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE,
        fmt::format("{} partition {}: the offset {} is beyond the end {}; if "
                    "this stays, the topic was made anew or was cut: reset the "
                    "group's offsets, or use another kafka.group",
                    options.topics.raw, standing.progress.partition, next,
                    high));
  }
  if (next >= 0 && next < low) {
    expired.push_back(fmt::format(
        "{} partition {}: offsets {} to {} expired before they were "
        "processed; raise the topic's retention",
        options.topics.raw, standing.progress.partition, next, low - 1));
  }
  if (next < low) {
    const bool fresh = next < 0 && options.start == Start::kLatest;
    standing.progress = {standing.progress.partition, fresh ? high : low, ""};
    standing.committed = false;
  }
  standing.has_messages = next < high;
  return standing;
}

}  // namespace

std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options) {
  auto conf = MakeConf(ClientKind::kConsumer, options, nullptr,
                       {{"client.id", "newsmill-offsets"},
                        {"socket.timeout.ms", "10000"},
                        {"socket.nagle.disable", "true"}},
                       {{"group.id", options.group},
                        {"enable.auto.commit", "false"},
                        {"isolation.level", "read_committed"}});
  if (!conf) return std::unexpected(conf.error());
  return MakeClient(ClientKind::kConsumer, *std::move(conf));
}

Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions) {
  Fetched fetched;
  if (partitions.empty()) return fetched;
  std::vector<Progress> wanted;
  wanted.reserve(partitions.size());
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, RD_KAFKA_OFFSET_INVALID, ""});
  }
  const PartitionsHandle committed = MakePartitions(options.topics.raw, wanted);
  rd_kafka_resp_err_t code =
      rd_kafka_committed(client, committed.get(), kRequestTimeoutMs);
  for (int i = 0; code == RD_KAFKA_RESP_ERR_NO_ERROR && i < committed->cnt;
       ++i) {
    code = committed->elems[i].err;
  }
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
    fetched.undecided = code == RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT;
    fetched.standings = Fail(code);
    return fetched;
  }
  const auto watermarks =
      FetchWatermarks(client, options.topics.raw, partitions);
  if (!watermarks) {
    fetched.standings = Fail(watermarks.error());
    return fetched;
  }
  for (int i = 0; i < committed->cnt; ++i) {
    const rd_kafka_topic_partition_t& one = committed->elems[i];
    auto standing = StandingOf(watermarks->at(one.partition), options,
                               ProgressOf(one), fetched.expired);
    if (!standing) {
      fetched.standings = std::unexpected(standing.error());
      return fetched;
    }
    fetched.standings->push_back(*std::move(standing));
  }
  return fetched;
}

}  // namespace newsmill::kafka
