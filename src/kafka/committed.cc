#include "committed.h"

#include <map>
#include <string>

#include "fmt/format.h"
#include "messages.h"

namespace newsmill::kafka {
namespace {

using pipeline::Progress;
using pipeline::PublishError;
using pipeline::PublishFailure;

constexpr int kRequestTimeoutMs = 10'000;

using RequestHandle = Handle<rd_kafka_ListConsumerGroupOffsets_t,
                             rd_kafka_ListConsumerGroupOffsets_destroy>;

std::unexpected<PublishError> Retry(std::string what) {
  return std::unexpected(PublishError{
      .failure = PublishFailure::kRetry,
      .what = "cannot fetch the committed offsets: " + std::move(what)});
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

std::expected<Progress, PublishError> StartOf(rd_kafka_t* client,
                                              const Options& options,
                                              int32_t partition) {
  int64_t low = 0;
  int64_t high = 0;
  const rd_kafka_resp_err_t code = rd_kafka_query_watermark_offsets(
      client, options.topics.raw.c_str(), partition, &low, &high,
      kRequestTimeoutMs);
  if (code != RD_KAFKA_RESP_ERR_NO_ERROR) return Retry(Describe(code));
  return Progress{partition, options.start == Start::kEarliest ? low : high,
                  ""};
}

std::expected<Progress, PublishError> ProgressOf(
    rd_kafka_t* client, const Options& options,
    const rd_kafka_topic_partition_t& committed) {
  if (committed.err != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return Retry(fmt::format("partition {}: {}", committed.partition,
                             Describe(committed.err)));
  }
  if (committed.offset < 0) {
    return StartOf(client, options, committed.partition);
  }
  Progress progress{committed.partition, committed.offset, ""};
  if (committed.metadata_size > 0) {
    progress.note.assign(static_cast<const char*>(committed.metadata),
                         committed.metadata_size);
  }
  return progress;
}

}  // namespace

std::expected<std::vector<Progress>, PublishError> FetchCommitted(
    rd_kafka_t* client, const Options& options,
    std::span<const int32_t> partitions) {
  std::vector<Progress> all;
  if (partitions.empty()) return all;
  const EventHandle event = ListOffsets(client, options, partitions);
  if (!event) return Retry("no answer");
  if (rd_kafka_event_error(event.get()) != RD_KAFKA_RESP_ERR_NO_ERROR) {
    return Retry(Describe(rd_kafka_event_error(event.get())));
  }
  size_t count = 0;
  const rd_kafka_group_result_t** groups =
      rd_kafka_ListConsumerGroupOffsets_result_groups(
          rd_kafka_event_ListConsumerGroupOffsets_result(event.get()), &count);
  if (count != 1) return Retry("no group in the answer");
  if (const rd_kafka_error_t* error = rd_kafka_group_result_error(groups[0])) {
    return Retry(Describe(error));
  }
  std::map<int32_t, const rd_kafka_topic_partition_t*> found;
  const rd_kafka_topic_partition_list_t* list =
      rd_kafka_group_result_partitions(groups[0]);
  for (int i = 0; i < list->cnt; ++i) {
    found[list->elems[i].partition] = &list->elems[i];
  }
  for (const int32_t partition : partitions) {
    const auto it = found.find(partition);
    auto progress = it == found.end()
                        ? StartOf(client, options, partition)
                        : ProgressOf(client, options, *it->second);
    if (!progress) return std::unexpected(progress.error());
    all.push_back(*std::move(progress));
  }
  return all;
}

}  // namespace newsmill::kafka
