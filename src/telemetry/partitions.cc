#include "partitions.h"

#include <algorithm>

namespace newsmill::telemetry {

void Partitions::Start(std::span<const pipeline::Progress> starts) {
  const MutexLock lock(mutex_);
  lanes_.clear();
  for (const pipeline::Progress& start : starts) {
    lanes_[start.partition].committed = start.next_offset;
  }
}

void Partitions::End() {
  const MutexLock lock(mutex_);
  lanes_.clear();
}

void Partitions::OnCommit(const pipeline::Commit& commit) {
  const MutexLock lock(mutex_);
  for (const pipeline::Progress& progress : commit.progress) {
    const auto lane = lanes_.find(progress.partition);
    if (lane != lanes_.end()) lane->second.committed = progress.next_offset;
  }
  for (const pipeline::Commit::Message& message : commit.messages) {
    const auto lane = lanes_.find(message.partition);
    if (lane == lanes_.end()) continue;
    lane->second.done_ms = std::max(lane->second.done_ms, message.timestamp_ms);
  }
}

void Partitions::OnEnds(std::span<const pipeline::PartitionEnd> ends,
                        int64_t now_ms) {
  const MutexLock lock(mutex_);
  for (const pipeline::PartitionEnd& end : ends) {
    const auto found = lanes_.find(end.partition);
    if (found == lanes_.end()) continue;
    Lane& lane = found->second;
    lane.end = end.end_offset;
    if (lane.committed >= lane.end) lane.done_ms = now_ms;
  }
}

int64_t Partitions::assigned() const {
  const MutexLock lock(mutex_);
  return static_cast<int64_t>(lanes_.size());
}

std::vector<Partitions::Lag> Partitions::Lags(int64_t now_ms) const {
  const MutexLock lock(mutex_);
  std::vector<Lag> lags;
  for (const auto& [partition, lane] : lanes_) {
    if (lane.end < 0) continue;
    Lag lag{.partition = partition,
            .messages = std::max<int64_t>(0, lane.end - lane.committed),
            .event_time_seconds = {}};
    if (lag.messages == 0) {
      lag.event_time_seconds = 0;
    } else if (lane.done_ms >= 0) {
      const int64_t age_ms = std::max<int64_t>(0, now_ms - lane.done_ms);
      lag.event_time_seconds = static_cast<double>(age_ms) / 1000;
    }
    lags.push_back(lag);
  }
  return lags;
}

}  // namespace newsmill::telemetry
