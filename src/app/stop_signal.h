// Treats SIGTERM and SIGINT as a request to stop.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/log.h"

namespace newsmill::app {

/// Waits for signals. The first signal requests a stop. The second signal ends
/// the process at once with exit code 1. Construct it before any other thread:
/// threads inherit the blocked signals, so only this object's own thread
/// receives them, outside of any signal handler. The signals stay blocked after
/// its destruction, so that a late signal does not kill a process that exits.
/// `log` must outlive it. Thread-safe.
class StopSignal {
 public:
  explicit StopSignal(logging::Log& log);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Waits for a request until `deadline`. Returns true if there was a request.
  bool WaitUntil(std::chrono::steady_clock::time_point deadline);

  /// Sets the action for a stop request. Another thread calls it once. If a
  /// stop was requested before, OnStop calls the action at once. After
  /// OnStop(nullptr) has returned, the earlier action does not run and will not
  /// start.
  void OnStop(std::function<void()> action);

 private:
  void Watch();
  void Request(int signal);

  logging::Log& log_;
  Mutex mutex_;
  CondVar changed_;
  bool requested_ GUARDED_BY(mutex_) = false;
  bool finished_ GUARDED_BY(mutex_) = false;
  std::function<void()> action_ GUARDED_BY(mutex_);
  std::thread thread_;
};

}  // namespace newsmill::app
