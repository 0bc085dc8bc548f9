#include "stop_signal.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>
#include <utility>

namespace newsmill::app {
namespace {

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

StopSignal::StopSignal(logging::Log& log) : log_(log) {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this] { Watch(); });
}

StopSignal::~StopSignal() {
  {
    const MutexLock lock(mutex_);
    finished_ = true;
  }
  // Makes sigwait return, so that the thread can end.
  pthread_kill(thread_.native_handle(), SIGINT);
  thread_.join();
}

bool StopSignal::WaitUntil(std::chrono::steady_clock::time_point deadline) {
  const MutexLock lock(mutex_);
  while (!requested_) {
    if (!changed_.WaitUntil(mutex_, deadline)) break;
  }
  return requested_;
}

void StopSignal::OnStop(std::function<void()> action) {
  const MutexLock lock(mutex_);
  if (requested_ && action) {
    action();
  } else {
    action_ = std::move(action);
  }
}

void StopSignal::Watch() {
  const sigset_t signals = StopSignals();
  while (true) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) continue;
    {
      const MutexLock lock(mutex_);
      if (finished_) return;
    }
    Request(signal);
  }
}

void StopSignal::Request(int signal) {
  const MutexLock lock(mutex_);
  const std::string_view name = signal == SIGINT ? "SIGINT" : "SIGTERM";
  if (requested_) {
    log_.Write(pipeline::Severity::kWarning, "stopped",
               "second signal: the worker ends at once; messages that are not "
               "committed will be delivered again",
               {{"signal", name}});
    std::_Exit(1);
  }
  requested_ = true;
  log_.Write(pipeline::Severity::kInfo, "signal",
             "the worker stops; a second signal ends it at once",
             {{"signal", name}});
  if (action_) action_();
  changed_.NotifyAll();
}

}  // namespace newsmill::app
