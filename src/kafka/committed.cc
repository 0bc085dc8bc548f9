#include "committed.h"

#include <algorithm>
#include <map>
#include <string>

#include "fmt/format.h"
#include "messages.h"

namespace newsmill::kafka {
namespace {

using pipeline::Progress;
using pipeline::PublishError;
using pipeline::PublishFailure;
using pipeline::Standing;

constexpr int kRequestTimeoutMs = 10'000;
constexpr int kWatermarkTimeoutMs = 2'000;

using RequestHandle = Handle<rd_kafka_ListConsumerGroupOffsets_t,
                             rd_kafka_ListConsumerGroupOffsets_destroy>;

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code, std::string what) {
  return std::unexpected(PublishError{
      .failure =
          NeedsAPerson(code) ? PublishFailure::kStop : PublishFailure::kRetry,
      .what = "cannot fetch the committed offsets: " + std::move(what)});
}

std::unexpected<PublishError> Fail(rd_kafka_resp_err_t code) {
  return Fail(code, Describe(code));
}

EventHandle ListOffsets(rd_kafka_t* client, const Options& options,
                        std::span<const int32_t> partitions) {
  std::vector<Progress> wanted;
  for (const int32_t partition : partitions) {
    wanted.push_back({partition, RD_KAFKA_OFFSET_INVALID, ""});
  }
  const PartitionsHandle list = MakePartitions(options.topics.raw, wanted);
  const RequestHandle request(
      rd_kafka_ListConsumerGroupOffsets_new(options.group.c_str(), list.get()));
  const AdminOptionsHandle admin(rd_kafka_AdminOptions_new(
      client, RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS));
  const ErrorHandle stable(
      rd_kafka_AdminOptions_set_require_stable_offsets(admin.get(), 1));
  rd_kafka_AdminOptions_set_request_timeout(admin.get(), kRequestTimeoutMs,
                                            nullptr, 0);
  const QueueHandle queue(rd_kafka_queue_new(client));
  rd_kafka_ListConsumerGroupOffsets_t* requests[] = {request.get()};
  rd_kafka_ListConsumerGroupOffsets(client, requests, 1, admin.get(),
                                    queue.get());
  return EventHandle(rd_kafka_queue_poll(queue.get(), 2 * kRequestTimeoutMs));
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
    rd_kafka_t* client, const Options& options, Progress progress,
    std::vector<std::string>& expired) {
  int64_t low = 0;
  int64_t high = 0;
  const rd_kafka_resp_err_t code = rd_kafka_query_watermark_offsets(
      client, options.topics.raw.c_str(), progress.partition, &low, &high,
      kWatermarkTimeoutMs);
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return Fail(code);

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

std::expected<std::map<int32_t, Progress>, PublishError> CommittedOf(
    rd_kafka_event_t* event, bool& undecided) {
  if (event == nullptr) return Fail(RD_KAFKA_RESP_ERR__TIMED_OUT, "no answer");
  if (const auto code = rd_kafka_event_error(event)) return Fail(code);
  size_t count = 0;
  const rd_kafka_group_result_t** groups =
      rd_kafka_ListConsumerGroupOffsets_result_groups(
          rd_kafka_event_ListConsumerGroupOffsets_result(event), &count);
  if (count != 1) {
    return Fail(RD_KAFKA_RESP_ERR__FAIL, "no group in the answer");
  }
  if (const rd_kafka_error_t* error = rd_kafka_group_result_error(groups[0])) {
    return Fail(rd_kafka_error_code(error), Describe(error));
  }
  std::map<int32_t, Progress> committed;
  const rd_kafka_topic_partition_list_t* list =
      rd_kafka_group_result_partitions(groups[0]);
  for (int i = 0; i < list->cnt; ++i) {
    const rd_kafka_resp_err_t code = list->elems[i].err;
    undecided = code == RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT;
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return Fail(code);
    committed[list->elems[i].partition] = ProgressOf(list->elems[i]);
  }
  return committed;
}

}  // namespace

Fetched FetchCommitted(rd_kafka_t* client, const Options& options,
                       std::span<const int32_t> partitions) {
  Fetched fetched;
  if (partitions.empty()) return fetched;
  const EventHandle event = ListOffsets(client, options, partitions);
  const auto committed = CommittedOf(event.get(), fetched.undecided);
  if (!committed) {
    fetched.standings = std::unexpected(committed.error());
    return fetched;
  }
  for (const int32_t partition : partitions) {
    const auto it = committed->find(partition);
    Progress progress =
        it == committed->end() ? Progress{partition, -1, ""} : it->second;
    auto standing =
        StandingOf(client, options, std::move(progress), fetched.expired);
    if (!standing) {
      fetched.standings = std::unexpected(standing.error());
      return fetched;
    }
    fetched.standings->push_back(*std::move(standing));
  }
  return fetched;
}

}  // namespace newsmill::kafka
