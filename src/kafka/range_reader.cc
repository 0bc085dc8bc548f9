#include "range_reader.h"

#include <algorithm>
#include <utility>

#include "newsmill/base/check.h"

namespace newsmill::kafka {

RangeReader::RangeReader(std::span<const model::PartitionRange> range) {
  for (const model::PartitionRange& one : range) {
    ends_[one.partition] = one.end_offset;
  }
}

void RangeReader::Start(std::span<const pipeline::Progress> starts) {
  lanes_.clear();
  for (const pipeline::Progress& start : starts) {
    const auto end = ends_.find(start.partition);
    if (end == ends_.end() || start.next_offset >= end->second) continue;
    lanes_[start.partition] = {.next_offset = start.next_offset,
                               .end_offset = end->second,
                               .head = {}};
  }
}

std::optional<pipeline::SourceEvent> RangeReader::Next() {
  auto first = lanes_.end();
  for (auto lane = lanes_.begin(); lane != lanes_.end(); ++lane) {
    if (lane->second.IsRead()) {
      const pipeline::Passed passed{lane->first, lane->second.end_offset};
      lanes_.erase(lane);
      return passed;
    }
    if (!lane->second.head) return std::nullopt;
    if (first == lanes_.end() ||
        lane->second.head->timestamp_ms < first->second.head->timestamp_ms) {
      first = lane;
    }
  }
  if (first == lanes_.end()) return std::nullopt;
  return *std::exchange(first->second.head, std::nullopt);
}

std::optional<int32_t> RangeReader::Wanted() const {
  for (const auto& [partition, lane] : lanes_) {
    if (!lane.head && !lane.IsRead()) return partition;
  }
  return std::nullopt;
}

void RangeReader::Take(model::RawMessage message) {
  const auto found = lanes_.find(message.partition);
  if (found == lanes_.end()) return;
  Lane& lane = found->second;
  NEWSMILL_CHECK(!lane.head);
  if (message.offset < lane.next_offset) return;  // from an earlier assignment
  lane.next_offset = std::min(message.offset + 1, lane.end_offset);
  if (message.offset < lane.end_offset) lane.head = std::move(message);
}

void RangeReader::Reached(int32_t partition, int64_t offset) {
  const auto found = lanes_.find(partition);
  if (found == lanes_.end()) return;
  Lane& lane = found->second;
  NEWSMILL_CHECK(!lane.head);
  // `offset` may be too low, because a new leader of the partition may not know
  // the end offset yet.
  lane.next_offset =
      std::max(lane.next_offset, std::min(offset, lane.end_offset));
}

}  // namespace newsmill::kafka
