// Makes the report of a replay. The report states for every offset of the range
// whether it is committed, expired or left.
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

/// The offsets that one worker has committed or found expired since its start.
struct ReplayCounts {
  struct Partition {
    int64_t offsets = 0;
    int64_t messages = 0;
    int64_t expired = 0;      // offsets that expired before they were read
    int64_t next_offset = 0;  // the offset after all of these offsets
  };
  std::map<int32_t, Partition> partitions;
  pipeline::ItemCounts items;
  int64_t abandoned_items = 0;  // abandoned: they will be read again

  /// Returns the higher of two offsets for each partition: the offset in
  /// `committed` and the offset up to which this worker has committed.
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

/// The data of the report. An offset that this worker has not committed may
/// have been committed by an earlier run (then it is below `before`) or by
/// another worker.
struct ReplayReport {
  std::string name;
  std::string group;
  model::RangeEntry range;
  PartitionOffsets before;  // committed offsets at the start of this worker
  // Committed offsets at the end of this worker, including expired offsets.
  PartitionOffsets committed;
  /// Numbers of offsets in each partition that expired before any run of the
  /// replay read them.
  PartitionOffsets expired_before;  // at the start of this worker
  PartitionOffsets expired;         // at the end of this worker
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
