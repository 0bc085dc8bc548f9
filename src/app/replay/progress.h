// Shows the progress of a replay: how many offsets of its range all its workers
// together have committed.
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
/// Returns the number of offsets of `range` that are before the committed
/// offsets.
Done DoneOf(const std::vector<model::PartitionRange>& range,
            const PartitionOffsets& committed);

/// Returns "1200 of 5000 offsets (24.0 %), 310/s, 0:12 left". `before` is the
/// number of committed offsets at an earlier time, which was `elapsed` ago.
std::string ProgressLine(const Done& done, int64_t before,
                         std::chrono::duration<double> elapsed);

/// Fetches the progress twice a second on its own thread. If standard error is
/// a terminal, shows the progress below the log. Otherwise logs it every ten
/// seconds.
class ReplayProgress {
 public:
  struct Parts {
    /// Returns the committed offsets of the group. ReplayProgress calls this
    /// function on its own thread.
    std::function<std::expected<PartitionOffsets, Error>()> ask;
    std::vector<model::PartitionRange> range;
    PartitionOffsets before;  // committed offsets at the start of this worker
    logging::Log& log;        // must outlive this object
    bool on_terminal = false;
    // Called once, on the thread of ReplayProgress, when the whole range is
    // committed.
    std::function<void()> all_done;
  };
  explicit ReplayProgress(Parts parts);
  /// Stops the thread. Waits at most ten seconds for a running call of `ask`.
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
