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

constexpr int kRequestTimeoutMs = 8'000;

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code, std::string what) {
  return std::unexpected(PublishError{
      .failure =
          NeedsAPerson(code) ? PublishFailure::kStop : PublishFailure::kRetry,
      .what = "cannot fetch the committed offsets: " + std::move(what)});
}

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code) {
  return Fail(code, Describe(code));
}

Progress ProgressOf(const rd_kafka_topic_partition_t& committed) {
  Progress progress{committed.partition,
                    std::max<int64_t>(committed.offset, -1), ""};
  if (committed.metadata_size > 0) {
    progress.note.assign(static_cast<const char*>(committed.metadata),
                         committed.metadata_size);
  }
  return progress;
}

/// What is to be read of the partition: everything that is there, unless
/// Options::reading says less.
Watermarks ReadingOf(const Options& options, int32_t partition,
                     const Watermarks& there) {
  if (options.reading.empty()) return there;
  const auto range = std::ranges::find(options.reading, partition,
                                       &model::PartitionRange::partition);
  if (range == options.reading.end()) return {};
  return {range->first_offset, range->end_offset};
}

std::expected<Standing, PublishError> StandingOf(
    const Watermarks& watermarks, const Options& options, Progress progress,
    std::vector<model::PartitionRange>& expired) {
  const auto [low, high] = watermarks;
  const Watermarks reading = ReadingOf(options, progress.partition, watermarks);
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
  if (next < 0) {
    const bool latest =
        options.reading.empty() && options.start == Start::kLatest;
    next = latest ? high : reading.low;
    standing.committed = false;
  }
  // What is not to be read does not expire.
  if (const int64_t left = std::min(low, reading.high); next < left) {
    expired.push_back({standing.progress.partition, next, left});
    standing.progress = {standing.progress.partition, left, ""};
    standing.committed = false;
  }
  standing.has_messages = next < std::min(high, reading.high);
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

std::expected<std::vector<Progress>, rd_kafka_resp_err_t> FetchProgress(
    rd_kafka_t* client, const Options& options,
    std::span<const int32_t> partitions) {
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
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return std::unexpected(code);
  std::vector<Progress> progress;
  progress.reserve(partitions.size());
  for (int i = 0; i < committed->cnt; ++i) {
    progress.push_back(ProgressOf(committed->elems[i]));
  }
  return progress;
}

Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions) {
  Fetched fetched;
  if (partitions.empty()) return fetched;
  auto progress = FetchProgress(client, options, partitions);
  if (!progress) {
    fetched.undecided =
        progress.error() == RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT;
    fetched.standings = Fail(progress.error());
    return fetched;
  }
  const auto watermarks =
      FetchWatermarks(client, options.topics.raw, partitions);
  if (!watermarks) {
    fetched.standings = Fail(watermarks.error());
    return fetched;
  }
  for (Progress& one : *progress) {
    const Watermarks& bounds = watermarks->at(one.partition);
    auto standing =
        StandingOf(bounds, options, std::move(one), fetched.expired);
    if (!standing) {
      fetched.standings = std::unexpected(standing.error());
      return fetched;
    }
    fetched.standings->push_back(*std::move(standing));
  }
  return fetched;
}

}  // namespace newsmill::kafka
