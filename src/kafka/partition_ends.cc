#include "partition_ends.h"

#include <algorithm>
#include <vector>

namespace newsmill::kafka {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kInterval{1};

}  // namespace

void PartitionEnds::Start(const std::string& topic,
                          std::span<const pipeline::Progress> starts,
                          std::span<const model::PartitionRange> reading) {
  topic_ = topic;
  lanes_.clear();
  for (const pipeline::Progress& start : starts) {
    lanes_[start.partition] = {.delivered = start.next_offset,
                               .read = start.next_offset};
  }
  for (const model::PartitionRange& range : reading) {
    const auto lane = lanes_.find(range.partition);
    if (lane != lanes_.end()) lane->second.limit = range.end_offset;
  }
  reported_at_ = {};
}

void PartitionEnds::OnMessage(int32_t partition, int64_t offset) {
  const auto lane = lanes_.find(partition);
  if (lane == lanes_.end()) return;
  lane->second.delivered = std::min(offset + 1, lane->second.limit);
  lane->second.read = lane->second.delivered;
}

std::optional<pipeline::Passed> PartitionEnds::OnEnd(rd_kafka_event_t* event) {
  const PartitionHandle end(rd_kafka_event_topic_partition(event));
  if (!end) return std::nullopt;
  const auto lane = lanes_.find(end->partition);
  if (lane == lanes_.end() || end->offset <= lane->second.read) {
    return std::nullopt;
  }
  lane->second.read = end->offset;
  lane->second.delivered = std::min(end->offset, lane->second.limit);
  return pipeline::Passed{end->partition, end->offset};
}

void PartitionEnds::ReportNowAndThen(rd_kafka_t* client,
                                     pipeline::Observer& observer) {
  const auto now = Clock::now();
  if (lanes_.empty() || now - reported_at_ < kInterval) return;
  reported_at_ = now;
  std::vector<pipeline::PartitionEnd> ends;
  for (const auto& [partition, lane] : lanes_) {
    int64_t low = RD_KAFKA_OFFSET_INVALID;
    int64_t high = RD_KAFKA_OFFSET_INVALID;
    // This call returns the values of the last fetch and sends no request.
    if (rd_kafka_get_watermark_offsets(client, topic_.c_str(), partition, &low,
                                       &high) != RD_KAFKA_RESP_ERR_NO_ERROR ||
        high < 0) {
      continue;
    }
    const int64_t ahead = std::min(high, lane.limit) - lane.read;
    ends.push_back({partition, lane.delivered + std::max<int64_t>(0, ahead)});
  }
  if (!ends.empty()) observer.On(pipeline::PartitionEndsSeen{ends});
}

}  // namespace newsmill::kafka
