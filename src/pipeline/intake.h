// The intake thread: polls the source, follows assignments, admits messages.
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

/// The intake thread. Polling never waits for another thread. The decide and
/// publish threads answer with notices.
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
    // Interrupts the sink. The sink and the log belong to other threads, so
    // intake can only interrupt them.
    std::function<void()> interrupt_sink;
    std::function<void()> interrupt_log;
    Observer& observer;
    const std::atomic<bool>& drain_requested;
    std::chrono::milliseconds drain_timeout;
    bool one_order;  // see Options
  };
  explicit Intake(Parts parts) : parts_(std::move(parts)) {}

  /// Runs the loop. Returns when the source is exhausted, when a drain has
  /// ended, or with the error that stops the worker. Closes the source first.
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
    int64_t next_offset = 0;  // the lowest offset that is not admitted yet
    int suspects = 0;         // number of the next messages that are suspects
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
  bool fenced_ = false;  // Rejoin was called, but its Revoked has not come yet
  bool must_release_ = false;  // a Revoked has no answer yet
  bool lost_ = false;          // the assignment that is ending is lost
  std::map<int32_t, Lane> lanes_;
  uint64_t next_sequence_ = 0;             // with Parts::one_order
  std::optional<model::RawMessage> held_;  // read, but not admitted yet
  bool exhausted_ = false;
  bool draining_ = false;
  bool drain_is_late_ = false;
  std::chrono::steady_clock::time_point drain_deadline_;
  /// The time at which intake interrupts the sink. Set when the worker ends and
  /// does not need the sink any more.
  std::optional<std::chrono::steady_clock::time_point> interrupt_sink_at_;
  std::optional<Error> error_;  // the error that stops the worker
};

}  // namespace newsmill::pipeline
