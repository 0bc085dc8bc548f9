// The time since which publishing fails.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// The current failure, if any. Thread-safe. Uses a lock, because failed
/// attempts are rare.
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
  /// Returns the failure. Returns nothing if the last attempt has succeeded, or
  /// if there was no attempt.
  std::optional<Failing> failing() const {
    const MutexLock lock(mutex_);
    return failing_;
  }

 private:
  mutable Mutex mutex_;
  std::optional<Failing> failing_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
