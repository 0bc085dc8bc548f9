// The progress of a replay over all its workers: what its group has committed.
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

/// How many offsets of a range the group has committed.
struct Done {
  int64_t offsets = 0;
  int64_t total = 0;

  bool all() const { return offsets == total; }
};
/// Returns how much of `range` lies before the committed offsets.
Done DoneOf(const std::vector<model::PartitionRange>& range,
            const PartitionOffsets& committed);

/// Returns "1200 of 5000 offsets (24.0 %), 310/s, 0:12 left". `before` is the
/// number of offsets that were done `elapsed` ago.
std::string ProgressLine(const Done& done, int64_t before,
                         std::chrono::duration<double> elapsed);

/// Asks twice a second on its own thread. Shows the progress below the log on a
/// terminal, else as a log line every ten seconds.
class ReplayProgress {
 public:
  struct Parts {
    /// Returns what the group has committed. Called on the own thread.
    std::function<std::expected<PartitionOffsets, Error>()> ask;
    std::vector<model::PartitionRange> range;
    PartitionOffsets before;  // committed at the start
    logging::Log& log;        // outlives this object
    bool on_terminal = false;
    std::function<void()> all_done;  // called once, on that thread
  };
  explicit ReplayProgress(Parts parts);
  /// Waits at most ten seconds for a call of `ask` to return.
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
