// For how long publishing has failed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// Thread-safe. It is called for attempts that fail, which wait between them.
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
  void FailsNoMore() {
    const MutexLock lock(mutex_);
    failing_.reset();
  }
  /// None: the last attempt succeeded, or there was none.
  std::optional<Failing> failing() const {
    const MutexLock lock(mutex_);
    return failing_;
  }

 private:
  mutable Mutex mutex_;
  std::optional<Failing> failing_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
