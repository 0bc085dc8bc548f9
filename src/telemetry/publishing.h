// Keeps the time since which publishing has failed, and the last error.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// Keeps the current failure to publish, if there is a failure. Thread-safe.
/// The lock costs little, because it is not used for each message.
class Publishing {
 public:
  using Clock = std::chrono::steady_clock;
  struct Failing {
    Clock::time_point since;
    std::string last_error;
  };

  void Fails(Clock::time_point since, std::string last_error) {
    const MutexLock lock(mutex_);
    failing_ = {since, std::move(last_error)};
  }
  void ClearFailure() {
    const MutexLock lock(mutex_);
    failing_.reset();
  }
  /// Returns the current failure. Returns nothing if the last attempt to
  /// publish has succeeded, or if there was no attempt.
  std::optional<Failing> failing() const {
    const MutexLock lock(mutex_);
    return failing_;
  }

 private:
  mutable Mutex mutex_;
  std::optional<Failing> failing_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
