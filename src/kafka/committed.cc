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
using pipeline::Severity;
using pipeline::Standing;

constexpr int kRequestTimeoutMs = 10'000;
constexpr int kWatermarkTimeoutMs = 2'000;
constexpr int kSliceMs = 50;  // how late an interrupt may be seen

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
                        std::span<const int32_t> partitions,
                        const std::atomic<bool>& interrupted) {
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
  EventHandle event;
  for (int waited = 0; !event && waited < 2 * kRequestTimeoutMs;
       waited += kSliceMs) {
    if (interrupted.load()) break;
    event.reset(rd_kafka_queue_poll(queue.get(), kSliceMs));
  }
  return event;
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

std::expected<Standing, PublishError> StandingOf(rd_kafka_t* client,
                                                 const Options& options,
                                                 Progress progress,
                                                 pipeline::Observer& observer) {
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
    observer.Note(
        Severity::kError,
        fmt::format("{} partition {}: offsets {} to {} expired before "
                    "they were processed; raise the topic's retention",
                    options.topics.raw, standing.progress.partition, next,
                    low - 1));
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

std::expected<std::vector<Standing>, PublishError> FetchCommitted(
    rd_kafka_t* client, const Options& options,
    std::span<const int32_t> partitions, pipeline::Observer& observer,
    const std::atomic<bool>& interrupted) {
  std::vector<Standing> all;
  if (partitions.empty()) return all;
  const EventHandle event =
      ListOffsets(client, options, partitions, interrupted);
  if (!event) return Fail(RD_KAFKA_RESP_ERR__TIMED_OUT, "no answer");
  if (const auto code = rd_kafka_event_error(event.get())) return Fail(code);
  size_t count = 0;
  const rd_kafka_group_result_t** groups =
      rd_kafka_ListConsumerGroupOffsets_result_groups(
          rd_kafka_event_ListConsumerGroupOffsets_result(event.get()), &count);
  if (count != 1)
    return Fail(RD_KAFKA_RESP_ERR__FAIL, "no group in the answer");
  if (const rd_kafka_error_t* error = rd_kafka_group_result_error(groups[0])) {
    return Fail(rd_kafka_error_code(error), Describe(error));
  }
  std::map<int32_t, Progress> found;
  const rd_kafka_topic_partition_list_t* list =
      rd_kafka_group_result_partitions(groups[0]);
  for (int i = 0; i < list->cnt; ++i) {
    if (list->elems[i].err != 0) return Fail(list->elems[i].err);
    found[list->elems[i].partition] = ProgressOf(list->elems[i]);
  }
  for (const int32_t partition : partitions) {
    if (interrupted.load()) return Fail(RD_KAFKA_RESP_ERR__FAIL, "interrupted");
    const auto it = found.find(partition);
    Progress progress =
        it == found.end() ? Progress{partition, -1, ""} : it->second;
    auto standing = StandingOf(client, options, std::move(progress), observer);
    if (!standing) return std::unexpected(standing.error());
    all.push_back(*std::move(standing));
  }
  return all;
}

}  // namespace newsmill::kafka
