// Treats SIGTERM and SIGINT as a request to stop.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/log.h"

namespace newsmill::app {

/// Waits for SIGTERM and SIGINT on its own thread. The first signal requests a
/// stop. The second signal ends the process at once with exit code 1.
///
/// Construct a StopSignal before any other thread starts. The constructor
/// blocks the signals for the calling thread and for all threads that start
/// later. So only the thread of the StopSignal receives the signals, and no
/// signal handler is needed. The destructor does not unblock the signals,
/// because otherwise a late signal would kill a process that is exiting.
///
/// `log` must outlive this object. Thread-safe.
class StopSignal {
 public:
  explicit StopSignal(logging::Log& log);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Waits for a stop request, at most until `deadline`. Returns true if a stop
  /// was requested.
  bool WaitUntil(std::chrono::steady_clock::time_point deadline);

  /// Sets the function to call when a stop is requested. The thread of this
  /// object calls `action` once. If a stop was requested before, OnStop calls
  /// `action` at once. OnStop(nullptr) removes the action. After
  /// OnStop(nullptr) has returned, the action is not running and will not
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
