// How far a replay is, asked of its group: over all of its workers.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/base/mutex.h"
#include "newsmill/logging/log.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::app {

using PartitionOffsets = std::map<int32_t, int64_t>;

/// Offsets of a range, how many of them the group has committed.
struct Done {
  int64_t offsets = 0;
  int64_t total = 0;

  bool all() const { return offsets == total; }
};
Done DoneOf(const std::vector<model::PartitionRange>& range,
            const PartitionOffsets& committed);

/// "1200 of 5000 offsets (24.0 %), 310/s, 0:12 left"; `before` is how many were
/// done `elapsed` ago.
std::string ProgressLine(const Done& done, int64_t before,
                         std::chrono::duration<double> elapsed);

/// Looks twice a second from a thread of its own, and shows it: below the log
/// on a terminal, else in the log every ten seconds. `log` must outlive it.
class ReplayProgress {
 public:
  struct Parts {
    /// What the group has committed; called from a thread of its own.
    std::function<std::expected<PartitionOffsets, Error>()> ask;
    std::vector<model::PartitionRange> range;
    PartitionOffsets before;  // committed when this began
    logging::Log& log;
    bool on_terminal = false;
    std::function<void()> all_done;  // called once, from that thread
  };
  explicit ReplayProgress(Parts parts);
  /// Waits for a question under way, ten seconds at most.
  ~ReplayProgress();
  ReplayProgress(const ReplayProgress&) = delete;
  ReplayProgress& operator=(const ReplayProgress&) = delete;

 private:
  using Clock = std::chrono::steady_clock;

  void Watch();
  void Show(const Done& done);
  bool WaitOrStopped(std::chrono::milliseconds time);

  Parts parts_;
  const int64_t before_;
  const Clock::time_point begun_at_ = Clock::now();
  Clock::time_point shown_at_ = begun_at_;
  Mutex mutex_;
  CondVar changed_;
  bool stopped_ GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace newsmill::app
