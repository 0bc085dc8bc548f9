#include "committed.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "client.h"
#include "denial.h"
#include "fmt/format.h"
#include "messages.h"
#include "metadata.h"
#include "newsmill/kafka/kafka.h"
#include "watermarks.h"

namespace newsmill::kafka {
namespace {

using pipeline::CommittedPosition;
using pipeline::Progress;
using pipeline::PublishError;
using pipeline::PublishFailure;

constexpr int kRequestTimeoutMs = 8'000;
constexpr std::chrono::milliseconds kTopicTimeout{4'000};

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code, std::string what) {
  return std::unexpected(PublishError{
      .failure =
          NeedsOperator(code) ? PublishFailure::kStop : PublishFailure::kRetry,
      .what = "cannot fetch the committed offsets: " + std::move(what)});
}

std::unexpected<PublishError> Fail(const Options& options,
                                   rd_kafka_resp_err_t code) {
  return Fail(code, DescribeInputFailure(options, code));
}

Progress ProgressOf(const rd_kafka_topic_partition_t& committed) {
  Progress progress{
      committed.partition, std::max<int64_t>(committed.offset, -1), {}};
  if (committed.metadata_size > 0) {
    std::string_view text(static_cast<const char*>(committed.metadata),
                          committed.metadata_size);
    // A tool that copies offsets may append a NUL character to the metadata.
    if (text.ends_with('\0')) text.remove_suffix(1);
    progress.metadata =
        pipeline::OffsetMetadata::Parse(text).value_or(progress.metadata);
  }
  return progress;
}

/// Returns the reason of the error `code` if the reason is known, and otherwise
/// `code`. If the group's coordinator cannot be found, the request for offsets
/// only times out. Then an error in the consumer's queue contains the reason.
rd_kafka_resp_err_t ReasonOf(rd_kafka_t* client, rd_kafka_resp_err_t code) {
  if (code != RD_KAFKA_RESP_ERR__TIMED_OUT) return code;
  using MessageHandle = Handle<rd_kafka_message_t, rd_kafka_message_destroy>;
  while (const MessageHandle message{rd_kafka_consumer_poll(client, 0)}) {
    if (NeedsOperator(message->err)) return message->err;
  }
  return code;
}

/// Returns the offsets to read in the partition: its range in Options::reading.
/// If Options::reading is empty, returns all existing offsets (`there`).
Watermarks ReadingOf(const Options& options, int32_t partition,
                     const Watermarks& there) {
  if (options.reading.empty()) return there;
  const auto range = std::ranges::find(options.reading, partition,
                                       &model::PartitionRange::partition);
  if (range == options.reading.end()) return {};
  return {range->first_offset, range->end_offset};
}

/// Facts about the group. They decide where a partition without a committed
/// offset starts.
struct Group {
  bool has_commits = false;
  // The number of partitions at the group's first commit. 0 if it is unknown.
  int32_t first_partitions = 0;
  // The number of partitions now.
  int32_t partitions = 0;
};

using GroupFound = std::expected<Group, rd_kafka_resp_err_t>;

/// Returns the progress of the group in each partition of topics.raw. If the
/// group has committed no offset in a partition, the offset is -1. `client`
/// comes from MakeGroupClient.
std::expected<std::vector<Progress>, rd_kafka_resp_err_t> FetchAllProgress(
    rd_kafka_t* client, const Options& options) {
  const auto partitions =
      FetchPartitions(client, options.topics.raw, kTopicTimeout);
  if (!partitions) return std::unexpected(partitions.error());
  return FetchProgress(client, options, *partitions);
}

GroupFound FetchGroup(const Options& options) {
  const auto client = MakeGroupClient(options);
  if (!client) return std::unexpected(RD_KAFKA_RESP_ERR__FAIL);
  const auto progress = FetchAllProgress(client->get(), options);
  if (!progress) return std::unexpected(progress.error());
  Group group{.partitions = static_cast<int32_t>(progress->size())};
  for (const Progress& one : *progress) {
    if (one.next_offset < 0) continue;
    group.has_commits = true;
    const int32_t first = one.metadata.first_partitions;
    if (first > 0 &&
        (group.first_partitions == 0 || first < group.first_partitions)) {
      group.first_partitions = first;
    }
  }
  return group;
}

/// Returns whether the partition was added to the topic after the group's first
/// commit.
bool IsAdded(const Group& group, int32_t partition) {
  return group.has_commits && partition >= group.first_partitions;
}

/// Returns the start offset of a partition in which the group has committed no
/// offset.
int64_t FirstOffset(const Options& options, const Watermarks& reading,
                    const Group& group, int32_t partition) {
  const bool latest = options.reading.empty() &&
                      options.start == Start::kLatest &&
                      !IsAdded(group, partition);
  return latest ? reading.high : reading.low;
}

/// Returns the position at which the group continues in a partition. If the
/// group has committed no offset there, `group` must be set. If offsets of the
/// partition have expired, adds them to `expired`.
std::expected<CommittedPosition, PublishError> PositionOf(
    const Watermarks& watermarks, const Options& options,
    const std::optional<Group>& group, const Progress& progress,
    std::vector<model::PartitionRange>& expired) {
  const auto [low, high] = watermarks;
  const Watermarks reading = ReadingOf(options, progress.partition, watermarks);
  CommittedPosition position{.progress = progress};
  const int32_t partition = position.progress.partition;
  int64_t& next = position.progress.next_offset;
  pipeline::OffsetMetadata& metadata = position.progress.metadata;
  if (next > high) {
    // A new leader of the partition may not know the end offset yet, so the
    // caller tries again.
    return Fail(
        RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE,
        fmt::format("{} partition {}: the committed offset {} is above the end "
                    "{} of the partition; if this message repeats, the topic "
                    "was recreated or truncated: reset the group's offsets, or "
                    "use another kafka.group",
                    options.topics.raw, partition, next, high));
  }
  if (next < 0) {
    next = FirstOffset(options, reading, *group, partition);
    metadata.first_partitions =
        group->has_commits ? group->first_partitions : group->partitions;
    position.committed = false;
  }
  // Only offsets in the range to read can count as expired.
  if (const int64_t left = std::min(low, reading.high); next < left) {
    expired.push_back({partition, next, left});
    metadata.expired += left - next;
    metadata.starts = 0;
    next = left;
    position.committed = false;
    position.expired = true;
  }
  position.has_messages = next < std::min(high, reading.high);
  return position;
}

std::expected<ClientHandle, Error> MakeAskingClient(
    const Options& options, const std::string& isolation_level) {
  auto conf = MakeConf(
      ClientKind::kConsumer, options, nullptr,
      {{"client.id", "newsmill-offsets"}, {"socket.timeout.ms", "10000"}},
      {{"group.id", options.group},
       {"enable.auto.commit", "false"},
       {"isolation.level", isolation_level}});
  if (!conf) return std::unexpected(conf.error());
  return MakeClient(ClientKind::kConsumer, *std::move(conf));
}

}  // namespace

std::expected<ClientHandle, Error> MakeOffsetsClient(const Options& options) {
  return MakeAskingClient(options, "read_committed");
}

std::expected<ClientHandle, Error> MakeGroupClient(const Options& options) {
  return MakeAskingClient(options, "read_uncommitted");
}

std::expected<std::vector<Progress>, rd_kafka_resp_err_t> FetchProgress(
    rd_kafka_t* client, const Options& options,
    std::span<const int32_t> partitions) {
  std::vector<Progress> wanted;
  wanted.reserve(partitions.size());
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, RD_KAFKA_OFFSET_INVALID, {}});
  }
  const PartitionsHandle committed = MakePartitions(options.topics.raw, wanted);
  rd_kafka_resp_err_t code =
      rd_kafka_committed(client, committed.get(), kRequestTimeoutMs);
  for (int i = 0; code == RD_KAFKA_RESP_ERR_NO_ERROR && i < committed->cnt;
       ++i) {
    code = committed->elems[i].err;
  }
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return std::unexpected(ReasonOf(client, code));
  }
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
    fetched.positions = Fail(options, progress.error());
    return fetched;
  }
  const auto watermarks =
      FetchWatermarks(client, options.topics.raw, partitions);
  if (!watermarks) {
    fetched.positions = Fail(options, watermarks.error());
    return fetched;
  }
  std::optional<Group> group;
  if (std::ranges::any_of(
          *progress, [](const Progress& one) { return one.next_offset < 0; })) {
    const GroupFound found = FetchGroup(options);
    if (!found) {
      fetched.positions = Fail(options, found.error());
      return fetched;
    }
    group = *found;
  }
  for (const Progress& one : *progress) {
    const Watermarks& bounds = watermarks->at(one.partition);
    auto position = PositionOf(bounds, options, group, one, fetched.expired);
    if (!position) {
      fetched.positions = std::unexpected(position.error());
      return fetched;
    }
    fetched.positions->push_back(*std::move(position));
  }
  return fetched;
}

std::expected<pipeline::GroupHistory, Error> FetchGroupHistory(
    const Options& options) {
  const auto client = MakeGroupClient(options);
  if (!client) return std::unexpected(client.error());
  const auto progress = FetchAllProgress(client->get(), options);
  if (!progress) {
    return std::unexpected(
        Error{.message = fmt::format(
                  "cannot fetch the committed offsets of group {} in {}: {}",
                  options.group, options.topics.raw,
                  DescribeInputFailure(options, progress.error())),
              .misconfigured = NeedsOperator(progress.error())});
  }
  pipeline::GroupHistory history;
  for (const Progress& one : *progress) {
    if (one.next_offset < 0) continue;
    history.has_commits = true;
    if (one.metadata.log_id == model::Hash128()) continue;
    int64_t& read = history.log_read[one.metadata.log_id];
    read = std::max(read, one.metadata.log_read);
  }
  return history;
}

}  // namespace newsmill::kafka
