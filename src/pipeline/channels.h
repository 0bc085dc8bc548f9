// Shares data between the threads of the pipeline: queues, the byte budget, the
// id of the running assignment, and heartbeats.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

#include "heartbeat.h"
#include "in_flight.h"
#include "newsmill/base/byte_budget.h"
#include "newsmill/base/mutex.h"
#include "newsmill/base/queue.h"

namespace newsmill::pipeline {

/// The data that the threads of the pipeline share. Thread-safe, but only the
/// intake thread may call SetLive and GiveUp.
class Channels {
 public:
  Channels(int64_t max_in_flight_bytes, int extraction_threads)
      : budget(max_in_flight_bytes),
        extraction_heartbeats(static_cast<size_t>(extraction_threads)) {}

  ByteBudget budget;
  Queue<InFlight> to_extract;
  Queue<DecideCommand> to_decide;
  Queue<PublishCommand> to_publish;
  Queue<IntakeNotice> to_intake;

  // Pipeline::SnapshotAt reads the next members on another thread.
  Heartbeat intake_heartbeat;
  std::vector<Heartbeat> extraction_heartbeats;  // one for each thread
  Heartbeat decide_heartbeat;
  Heartbeat publish_heartbeat;
  // True if a message waits for room in the byte budget.
  std::atomic<bool> input_held = false;

  /// Returns whether `assignment` is the running assignment. Every thread drops
  /// messages of other assignments.
  bool IsLive(AssignmentId assignment) const {
    return live_.load() == assignment;
  }
  void SetLive(AssignmentId assignment) { live_.store(assignment); }

  /// Gives up `assignment` and all earlier assignments. Calls of WaitOrGivenUp
  /// for these assignments return at once.
  void GiveUp(AssignmentId assignment) {
    {
      const MutexLock lock(mutex_);
      given_up_ = assignment;
    }
    changed_.NotifyAll();
  }
  /// Waits for `time`, or until `assignment` is given up. Returns whether
  /// `assignment` is given up.
  bool WaitOrGivenUp(AssignmentId assignment, std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    const MutexLock lock(mutex_);
    while (given_up_ < assignment) {
      if (!changed_.WaitUntil(mutex_, deadline)) break;
    }
    return given_up_ >= assignment;
  }

 private:
  std::atomic<AssignmentId> live_ = kNoAssignment;
  Mutex mutex_;
  CondVar changed_;
  AssignmentId given_up_ GUARDED_BY(mutex_) = kNoAssignment;
};

}  // namespace newsmill::pipeline
