// How far behind the assigned partitions are.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::telemetry {

/// Thread-safe. It is told of sessions, commits and, now and then, of ends:
/// nothing a message, so a lock will do.
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
  /// `now_ms`: Unix time.
  void OnEnds(std::span<const pipeline::PartitionEnd> ends, int64_t now_ms);

  int64_t assigned() const;
  /// Of those whose end is known.
  std::vector<Lag> Lags(int64_t now_ms) const;

 private:
  struct Lane {
    int64_t committed = 0;  // the next offset
    int64_t end = -1;       // -1: not known
    /// Record time up to which all is committed, as far as known: that of the
    /// newest message committed, or when nothing was left. -1: not known.
    int64_t done_ms = -1;
  };
  mutable Mutex mutex_;
  std::map<int32_t, Lane> lanes_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
