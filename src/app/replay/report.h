// Makes the report of a replay. For every offset of the range, the report
// states whether the offset is committed, has expired or is not processed yet.
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

/// Counts the offsets that one worker has committed since its start, and the
/// expired offsets that the worker has found.
struct ReplayCounts {
  struct Partition {
    int64_t offsets = 0;
    int64_t messages = 0;
    int64_t expired = 0;      // offsets that expired before they were read
    int64_t next_offset = 0;  // the offset after the last counted offset
  };
  std::map<int32_t, Partition> partitions;
  pipeline::ItemCounts items;
  int64_t abandoned_items = 0;  // not committed, so they will be read again

  /// Returns the higher of two offsets for each partition: the offset in
  /// `committed`, and the Partition::next_offset of this worker.
  PartitionOffsets DoneSince(PartitionOffsets committed) const;
};

/// Counts events for the report, and logs them like LogObserver. Thread-safe.
class ReplayObserver : public logging::LogObserver {
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

/// The data of the report. Other workers of the replay may have committed
/// offsets of the same range, before this worker started or at the same time.
struct ReplayReport {
  std::string name;
  std::string group;
  model::RangeEntry range;
  PartitionOffsets before;  // committed offsets at the start of this worker
  // Committed offsets at the end of this worker. Expired offsets count as
  // committed.
  PartitionOffsets committed;
  /// For each partition: the number of offsets that expired before any worker
  /// of the replay read them.
  PartitionOffsets expired_before;  // known at the start of this worker
  PartitionOffsets expired;         // known at the end of this worker
  ReplayCounts counts;
  double seconds = 0;

  /// Returns true if the whole range is committed and nothing has expired.
  bool complete() const {
    return AllExpired() == 0 && DoneOf(range.partitions, committed).all();
  }
  int64_t AllExpired() const;
  int64_t ExpiredIn(int32_t partition) const;
};

/// Returns the report as lines of text.
std::string TextOf(const ReplayReport& report);
/// Returns the report as one JSON object.
std::string JsonOf(const ReplayReport& report);

}  // namespace newsmill::app
