// What the threads of the pipeline share: queues, the byte budget, and which
// session is live.
#pragma once

#include <atomic>
#include <chrono>

#include "in_flight.h"
#include "newsmill/base/byte_budget.h"
#include "newsmill/base/mutex.h"
#include "newsmill/base/queue.h"

namespace newsmill::pipeline {

/// Thread-safe. The intake thread alone changes sessions.
class Channels {
 public:
  explicit Channels(int64_t max_in_flight_bytes)
      : budget(max_in_flight_bytes) {}

  ByteBudget budget;
  Queue<InFlight> to_extract;
  Queue<DecideCommand> to_decide;
  Queue<PublishCommand> to_publish;
  Queue<IntakeNotice> to_intake;

  /// Work of any other session is dropped where it is met.
  bool IsLive(SessionId session) const { return live_.load() == session; }
  void SetLive(SessionId session) { live_.store(session); }

  /// Nothing of `session` and those before it may be waited for any more.
  void GiveUp(SessionId session) {
    {
      const MutexLock lock(mutex_);
      given_up_ = session;
    }
    changed_.NotifyAll();
  }
  /// Waits for `time`, less when `session` is given up; true when it is.
  bool WaitOrGivenUp(SessionId session, std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    const MutexLock lock(mutex_);
    while (given_up_ < session) {
      if (!changed_.WaitUntil(mutex_, deadline)) break;
    }
    return given_up_ >= session;
  }

 private:
  std::atomic<SessionId> live_ = kNoSession;
  Mutex mutex_;
  CondVar changed_;
  SessionId given_up_ GUARDED_BY(mutex_) = kNoSession;
};

}  // namespace newsmill::pipeline
