// The books of a replay: every offset of its range is accounted for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/log_observer.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/observer.h"
#include "replay/progress.h"

namespace newsmill::app {

/// What one worker has committed, or found to be lost, since its start.
struct ReplayCounts {
  struct Partition {
    int64_t offsets = 0;
    int64_t messages = 0;
    int64_t expired = 0;      // offsets that were deleted before
    int64_t next_offset = 0;  // behind what was committed or has expired
  };
  std::map<int32_t, Partition> partitions;
  pipeline::ItemCounts items;
  int64_t abandoned_items = 0;  // to be read again

  /// `committed`, and what this worker knows to be done besides.
  PartitionOffsets DoneSince(PartitionOffsets committed) const;
};

/// Counts, and logs as LogObserver does. Thread-safe.
class ReplayBooks : public logging::LogObserver {
 public:
  using logging::LogObserver::LogObserver;

  void On(const pipeline::Event& event) override;

  ReplayCounts counts();

 private:
  void Count(const pipeline::Commit& commit);
  void Count(const model::PartitionRange& expired);

  Mutex mutex_;
  ReplayCounts counts_ GUARDED_BY(mutex_);
};

/// Offsets committed by others are of earlier runs (`before`) or of workers
/// beside this one.
struct ReplayReport {
  std::string name;
  std::string group;
  model::RangeEntry range;
  PartitionOffsets before;     // committed when this worker began
  PartitionOffsets committed;  // … or expired, when it ended
  /// Of those: expired before they were processed, in any run of the replay.
  PartitionOffsets expired_before;  // when this worker began
  PartitionOffsets expired;         // when it ended
  ReplayCounts counts;
  double seconds = 0;

  /// Nothing is left, and nothing was lost.
  bool complete() const {
    return AllExpired() == 0 && DoneOf(range.partitions, committed).all();
  }
  int64_t AllExpired() const;
  int64_t ExpiredIn(int32_t partition) const;
};

/// For a person.
std::string TextOf(const ReplayReport& report);
/// For a program: one JSON object.
std::string JsonOf(const ReplayReport& report);

}  // namespace newsmill::app
