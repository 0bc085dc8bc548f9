// What the threads of the pipeline share: queues, the byte budget, which
// session is live, and their pulses.
#pragma once

#include <atomic>
#include <chrono>
#include <vector>

#include "in_flight.h"
#include "newsmill/base/byte_budget.h"
#include "newsmill/base/mutex.h"
#include "newsmill/base/queue.h"
#include "pulse.h"

namespace newsmill::pipeline {

/// Thread-safe. The intake thread alone changes sessions.
class Channels {
 public:
  Channels(int64_t max_in_flight_bytes, int extraction_threads)
      : budget(max_in_flight_bytes),
        extraction_pulses(static_cast<size_t>(extraction_threads)) {}

  ByteBudget budget;
  Queue<InFlight> to_extract;
  Queue<DecideCommand> to_decide;
  Queue<PublishCommand> to_publish;
  Queue<IntakeNotice> to_intake;

  // For whoever looks on.
  Pulse intake_pulse;
  std::vector<Pulse> extraction_pulses;  // one a thread
  Pulse decide_pulse;
  Pulse publish_pulse;
  std::atomic<bool> input_held = false;  // a message waits for admission

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
