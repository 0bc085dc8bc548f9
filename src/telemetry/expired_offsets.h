// Counts input offsets that were deleted before they were processed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>

#include "newsmill/base/mutex.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::telemetry {

/// Counts expired offsets. Thread-safe. The same offset may be reported several
/// times: until a later offset is committed, each assignment may report the
/// same range again, or a longer range that contains it. Each offset is counted
/// only once.
class ExpiredOffsets {
 public:
  void Add(const model::PartitionRange& range) {
    const MutexLock lock(mutex_);
    const auto [counted, is_new] =
        counted_up_to_.try_emplace(range.partition, range.first_offset);
    const int64_t first = std::max(range.first_offset, counted->second);
    if (first >= range.end_offset) return;
    total_ += range.end_offset - first;
    counted->second = range.end_offset;
  }

  int64_t total() const {
    const MutexLock lock(mutex_);
    return total_;
  }

 private:
  mutable Mutex mutex_;
  std::map<int32_t, int64_t> counted_up_to_ GUARDED_BY(mutex_);
  int64_t total_ GUARDED_BY(mutex_) = 0;
};

}  // namespace newsmill::telemetry
