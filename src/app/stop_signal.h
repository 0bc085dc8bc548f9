// SIGTERM and SIGINT as a request to stop.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/log.h"

namespace newsmill::app {

/// The first signal is a request, a second one ends the process at once with
/// exit code 1. Construct it before any other thread: threads inherit the
/// blocked signals, and so this object's own thread is the only one that gets
/// them, outside of any handler. They stay blocked after its end: a late
/// signal must not turn a clean exit into a death. `log` must outlive it.
class StopSignal {
 public:
  explicit StopSignal(logging::Log& log);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Waits for a request; true when there is one.
  bool WaitUntil(std::chrono::steady_clock::time_point deadline);

  /// Called once, on another thread, when a stop is requested; at once when it
  /// already was. After OnStop(nullptr) no call is running or will come.
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
