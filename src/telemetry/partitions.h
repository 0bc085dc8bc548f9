// Computes the lag of the assigned partitions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::telemetry {

/// Keeps the committed offset and the end offset of each assigned partition.
/// Thread-safe. The lock costs little, because the functions are not called for
/// each message.
class Partitions {
 public:
  struct Lag {
    int32_t partition = 0;
    int64_t messages = 0;
    std::optional<double> event_time_seconds;  // empty if unknown
  };

  void Start(std::span<const pipeline::Progress> starts);
  void End();
  void OnCommit(const pipeline::Commit& commit);
  /// Updates the end offsets of partitions. `now_ms` is the Unix time in
  /// milliseconds.
  void OnEnds(std::span<const pipeline::PartitionEnd> ends, int64_t now_ms);

  int64_t assigned() const;
  /// Returns the lag of each partition with a known end offset.
  std::vector<Lag> Lags(int64_t now_ms) const;

 private:
  struct Lane {
    int64_t committed = 0;  // offset after the last committed message
    int64_t end = -1;       // the end offset, or -1 if unknown
    /// All messages up to this Unix time in milliseconds are committed. This is
    /// the timestamp of the newest committed message, or the time at which the
    /// lag was last 0. -1 means unknown.
    int64_t done_ms = -1;
  };
  mutable Mutex mutex_;
  std::map<int32_t, Lane> lanes_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
