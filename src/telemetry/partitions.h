// The lag of the assigned partitions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::telemetry {

/// The positions of the partitions. Thread-safe. Uses a lock, because
/// only events of assignments, commits and partition ends call this class, and
/// no event of a single message.
class Partitions {
 public:
  struct Lag {
    int32_t partition = 0;
    int64_t messages = 0;
    std::optional<double> event_time_seconds;  // nothing: unknown
  };

  void Start(std::span<const pipeline::Progress> starts);
  void End();
  void OnCommit(const pipeline::Commit& commit);
  /// Updates the ends. `now_ms` is the Unix time in milliseconds.
  void OnEnds(std::span<const pipeline::PartitionEnd> ends, int64_t now_ms);

  int64_t assigned() const;
  /// Returns the lag of each partition with a known end.
  std::vector<Lag> Lags(int64_t now_ms) const;

 private:
  struct Lane {
    int64_t committed = 0;  // offset after the last committed one
    int64_t end = -1;       // -1: unknown
    /// The time up to which all messages are committed, in milliseconds. This
    /// is the timestamp of the newest committed message, or the time at which
    /// no message was left. -1: unknown.
    int64_t done_ms = -1;
  };
  mutable Mutex mutex_;
  std::map<int32_t, Lane> lanes_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
