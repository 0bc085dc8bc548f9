// The intake thread: polls the source, keeps sessions, admits messages.
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

/// Polling never waits for anything: what a session needs from the publish
/// thread comes back as a notice.
///
///   kCatchingUp
///    │ IndexReady
///    ▼       Assigned         SessionConfirmed
///   kIdle ────────────► kStarting ──────────► kRunning
///    │ ▲                    │ Revoked, drained    │
///    │ │   SessionEnded     ▼                     ▼
///    │ └──────────────── kEnding ◄────────────────┘
///    │ drained, exhausted
///    └─► kClosed ◄─ from any state: the world stops the worker
class Intake {
 public:
  struct Parts {
    Channels& channels;
    Source& source;
    // Sink and FingerprintLog belong to other threads.
    std::function<void()> interrupt_sink;
    std::function<void()> interrupt_log;
    Observer& observer;
    const std::atomic<bool>& drain_requested;
    std::chrono::milliseconds drain_timeout;
    bool one_order;  // see Options
  };
  explicit Intake(Parts parts) : parts_(std::move(parts)) {}

  /// Returns when the source is exhausted, a drain has ended, or with the
  /// error that stops the worker. The source is closed then.
  std::expected<void, Error> RunIntakeLoop();

 private:
  enum class State {
    kCatchingUp,
    kIdle,
    kStarting,
    kRunning,
    kEnding,
    kClosed
  };
  /// A partition of the session.
  struct Lane {
    uint64_t next_sequence = 0;
    int64_t next_offset = 0;  // the lowest that is not admitted yet
    int suspects = 0;         // messages that are still to be suspected
  };

  void PollOnce();
  void TakeNotices(std::optional<IntakeNotice> notice);
  void On(model::RawMessage message);
  void On(Assigned assigned);
  void On(Revoked revoked);
  void On(Passed passed);
  void On(Exhausted);
  void On(Failed failed);
  void On(std::monostate) {}

  void On(IndexReady);
  void On(SessionConfirmed confirmed);
  void On(SessionEnded ended);
  void On(SessionDeposed deposed);
  void On(Stopped stopped);

  void AdmitHeld();
  void Admit(Lane& lane, Charge charge);
  uint64_t NextSequence(Lane& lane) {
    return parts_.one_order ? next_sequence_++ : lane.next_sequence++;
  }
  void FollowDrain(bool nothing_in_flight);
  void FollowLateDrain();
  void End(Ending ending, AbandonCause cause);
  void GiveUp();
  void CutOffSoon();
  void Stop(Error error);
  bool Finishing() const { return draining_ || exhausted_; }

  Parts parts_;
  State state_ = State::kCatchingUp;
  SessionId session_ = kNoSession;
  SessionId last_session_ = kNoSession;
  bool fenced_ = false;        // Rejoin is called, its Revoked is still to come
  bool release_owed_ = false;  // a Revoked is not answered yet
  bool lost_ = false;          // of the session that ends
  std::map<int32_t, Lane> lanes_;
  uint64_t next_sequence_ = 0;  // of the session, where there is one order
  std::optional<model::RawMessage> held_;  // read, not yet admitted
  bool exhausted_ = false;
  bool draining_ = false;
  bool drain_is_late_ = false;
  std::chrono::steady_clock::time_point drain_deadline_;
  /// When the sink is interrupted, since nothing is left that it could commit.
  std::optional<std::chrono::steady_clock::time_point> cut_off_at_;
  std::optional<Error> error_;  // that stops the worker
};

}  // namespace newsmill::pipeline
