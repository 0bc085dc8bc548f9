// Shows the progress of a replay. The progress is the number of offsets that
// all workers of the replay together have committed.
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

/// `total` is the number of offsets in a range. The consumer group has
/// committed `offsets` of them.
struct Done {
  int64_t offsets = 0;
  int64_t total = 0;

  bool all() const { return offsets == total; }
};
/// Counts the offsets in `range`, and the offsets in `range` that are below the
/// committed offset of their partition.
Done DoneOf(const std::vector<model::PartitionRange>& range,
            const PartitionOffsets& committed);

/// Returns "1200 of 5000 offsets (24.0 %), 310/s, 0:12 left". `before` is the
/// number of offsets that were committed `elapsed` ago. If no offset was
/// committed since then, the line has no rate and no remaining time.
std::string ProgressLine(const Done& done, int64_t before,
                         std::chrono::duration<double> elapsed);

/// Fetches the progress twice a second on its own thread. If standard error is
/// a terminal, shows the progress below the log. Otherwise logs the progress
/// every ten seconds.
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
  /// Stops the thread. If `ask` is running, waits at most ten seconds until
  /// `ask` returns.
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
