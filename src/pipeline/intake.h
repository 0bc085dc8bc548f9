// Runs the intake thread. The thread polls the source, begins and ends
// assignments, and admits messages within the byte budget.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "channels.h"
#include "in_flight.h"
#include "newsmill/base/error.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::pipeline {

/// Runs the intake thread, which never waits for another thread. The decide and
/// publish threads answer its commands with an IntakeNotice.
///
///   kCatchingUp
///    │ IndexReady
///    ▼       Assigned       AssignmentConfirmed
///   kIdle ────────────► kStarting ──────────► kRunning
///    │ ▲                    │ Revoked, drained    │
///    │ │ AssignmentClosed   ▼                     ▼
///    │ └──────────────── kEnding ◄────────────────┘
///    │ drained, exhausted
///    └─► kClosed ◄─ from any state: an error stops the worker
class Intake {
 public:
  struct Parts {
    Channels& channels;
    Source& source;
    // Only the publish thread calls the sink, and only the decide thread calls
    // the log. With these functions, intake interrupts their calls.
    std::function<void()> interrupt_sink;
    std::function<void()> interrupt_log;
    Observer& observer;
    const std::atomic<bool>& drain_requested;
    std::chrono::milliseconds drain_timeout;
    bool one_order;  // see Options
  };
  explicit Intake(Parts parts) : parts_(std::move(parts)) {}

  /// Runs the loop until the source is exhausted, a drain has ended, or an
  /// error stops the worker. Then closes the source, and returns the error if
  /// there is one.
  std::expected<void, Error> RunIntakeLoop();

  /// Runs one step of the loop, for tests without threads.
  void PollOnce();

 private:
  enum class State {
    kCatchingUp,
    kIdle,
    kStarting,
    kRunning,
    kEnding,
    kClosed
  };
  /// A partition of the assignment.
  struct Lane {
    uint64_t next_sequence = 0;
    int64_t next_offset = 0;  // lower offsets are admitted already
    int suspects = 0;         // the number of next messages that are suspects
  };

  void TakeNotices(std::optional<IntakeNotice> notice);
  void On(model::RawMessage message);
  void On(Assigned assigned);
  void On(Revoked revoked);
  void On(Passed passed);
  void On(Exhausted);
  void On(Failed failed);
  void On(std::monostate) {}

  void On(IndexReady);
  void On(AssignmentConfirmed confirmed);
  void On(AssignmentClosed ended);
  void On(AssignmentFenced fenced);
  void On(Stopped stopped);

  void AdmitHeld();
  void Admit(Lane& lane, Charge charge);
  uint64_t NextSequence(Lane& lane) {
    return parts_.one_order ? next_sequence_++ : lane.next_sequence++;
  }
  void FollowDrain(bool nothing_in_flight);
  void CheckLateDrain();
  void End(Ending ending, AbandonCause cause);
  void GiveUp();
  void InterruptSinkSoon();
  void Stop(Error error);
  bool Finishing() const { return draining_ || exhausted_; }

  Parts parts_;
  State state_ = State::kCatchingUp;
  AssignmentId assignment_ = kNoAssignment;
  AssignmentId last_assignment_ = kNoAssignment;
  bool fenced_ = false;  // true: Rejoin was called, Revoked has not come
  // True if a Revoked has come, so intake must still call Source::Release.
  bool must_release_ = false;
  bool lost_ = false;  // other workers own the ending assignment
  std::map<int32_t, Lane> lanes_;
  uint64_t next_sequence_ = 0;             // used only with Parts::one_order
  std::optional<model::RawMessage> held_;  // waits for room in the budget
  bool exhausted_ = false;
  bool draining_ = false;
  bool drain_is_late_ = false;
  std::chrono::steady_clock::time_point drain_deadline_;
  /// The time at which intake interrupts the sink. Set only if the worker ends
  /// and does not need the sink any more.
  std::optional<std::chrono::steady_clock::time_point> interrupt_sink_at_;
  std::optional<Error> error_;  // the error that stops the worker
};

}  // namespace newsmill::pipeline
