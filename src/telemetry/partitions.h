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

/// Thread-safe. Called for assignments, commits and sometimes for ends, never
/// for a single message, so it uses a lock.
class Partitions {
 public:
  struct Lag {
    int32_t partition = 0;
    int64_t messages = 0;
    std::optional<double> event_time_seconds;  // none: not known yet
  };

  void Start(std::span<const pipeline::Progress> starts);
  void End();
  void OnCommit(const pipeline::Commit& commit);
  /// `now_ms`: Unix time in milliseconds.
  void OnEnds(std::span<const pipeline::PartitionEnd> ends, int64_t now_ms);

  int64_t assigned() const;
  /// Returns the lag of each partition whose end is known.
  std::vector<Lag> Lags(int64_t now_ms) const;

 private:
  struct Lane {
    int64_t committed = 0;  // the next offset
    int64_t end = -1;       // -1: not known
    /// The time up to which all messages are committed, in milliseconds: the
    /// timestamp of the newest committed message, or the time at which no
    /// message was left. -1: not known.
    int64_t done_ms = -1;
  };
  mutable Mutex mutex_;
  std::map<int32_t, Lane> lanes_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
