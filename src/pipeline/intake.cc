#include "intake.h"

#include <utility>

#include "crash_guard.h"
#include "fmt/format.h"
#include "newsmill/base/check.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// The maximum time for which a poll waits for a message. After this time at the
// latest, intake handles a drain request or an answer of another thread.
constexpr milliseconds kPollTimeout{50};
// The intervals between polls of the source if intake wants no message from it.
constexpr milliseconds kBusyPollInterval{2};
constexpr milliseconds kIdlePollInterval{10};
// If a drain takes longer than drain_timeout, intake waits this much longer for
// the last commit. Then intake interrupts the sink.
constexpr milliseconds kLateGrace{2000};
// Some last commits only record that the assignment ended in order. Intake
// interrupts such a commit after this time.
constexpr milliseconds kDiscardGrace{2000};

}  // namespace

std::expected<void, Error> Intake::RunIntakeLoop() {
  while (state_ != State::kClosed) PollOnce();
  parts_.channels.SetLive(kNoAssignment);
  parts_.source.Close();
  parts_.channels.intake_heartbeat.Rest();
  if (error_) return std::unexpected(*error_);
  return {};
}

void Intake::PollOnce() {
  // The budget must be read before the notices. A thread that ends an
  // assignment first sends a notice, and then drops the messages in flight. So
  // if the budget shows that nothing is in flight, the notice is in the queue
  // already.
  const bool nothing_in_flight = parts_.channels.budget.used() == 0;
  parts_.channels.intake_heartbeat.Beat();
  TakeNotices(parts_.channels.to_intake.TryPop());
  FollowDrain(nothing_in_flight);
  if (interrupt_sink_at_ && Clock::now() >= *interrupt_sink_at_)
    parts_.interrupt_sink();
  AdmitHeld();
  parts_.channels.input_held.store(held_.has_value(),
                                   std::memory_order_relaxed);
  const bool want_messages =
      state_ == State::kRunning && !held_ && !Finishing();
  if (!want_messages) {
    const bool idle = state_ == State::kIdle || state_ == State::kCatchingUp;
    TakeNotices(parts_.channels.to_intake.PopUntil(
        Clock::now() + (idle ? kIdlePollInterval : kBusyPollInterval)));
  }
  // The first poll of the source makes the worker a member of the group. A
  // member whose index is not ready would only delay the group.
  if (state_ == State::kClosed || state_ == State::kCatchingUp) return;
  SourceEvent event = parts_.source.Poll(
      want_messages && state_ == State::kRunning, kPollTimeout);
  std::visit([this](auto& which) { On(std::move(which)); }, event);
}

void Intake::TakeNotices(std::optional<IntakeNotice> notice) {
  while (notice && state_ != State::kClosed) {
    std::visit([this](auto& which) { On(std::move(which)); }, *notice);
    notice = parts_.channels.to_intake.TryPop();
  }
}

// ------------------------------------------------------------ the source

void Intake::On(model::RawMessage message) {
  if (state_ != State::kRunning) return;
  held_ = std::move(message);
  AdmitHeld();
}

void Intake::On(Assigned assigned) {
  NEWSMILL_CHECK(state_ == State::kIdle);
  assignment_ = ++last_assignment_;
  fenced_ = false;
  state_ = State::kStarting;
  parts_.channels.to_publish.Push(BeginAssignment{
      .assignment = assignment_, .assigned = std::move(assigned)});
}

void Intake::On(Revoked revoked) {
  exhausted_ = false;  // the source delivers uncommitted messages again
  must_release_ = true;
  if (state_ == State::kIdle) {
    parts_.source.Release();
    must_release_ = false;
    return;
  }
  if (revoked.lost || state_ == State::kStarting) GiveUp();
  if (state_ != State::kEnding) {
    End(revoked.lost ? Ending::kLost : Ending::kCommit, AbandonCause::kRevoke);
  }
}

void Intake::On(Passed passed) {
  if (state_ != State::kRunning) return;
  const auto lane = lanes_.find(passed.partition);
  if (lane == lanes_.end() || passed.next_offset <= lane->second.next_offset) {
    return;
  }
  lane->second.next_offset = passed.next_offset;
  InFlight nothing{
      .assignment = assignment_,
      .sequence = NextSequence(lane->second),
      .passed = true,
      .message = {.topic = "",
                  .partition = passed.partition,
                  .offset = passed.next_offset - 1,
                  .key = {},
                  .value = {},
                  .headers = {}},
      .charge = parts_.channels.budget.ForceCharge(kMessageOverheadBytes)};
  parts_.channels.to_extract.Push(std::move(nothing));
}

void Intake::On(Exhausted) {
  exhausted_ = true;
  parts_.channels.to_publish.Push(CommitSoon{});
}

void Intake::On(Failed failed) { Stop(std::move(failed.error)); }

// ------------------------------------------- the decide and publish threads

void Intake::On(IndexReady) {
  if (state_ == State::kCatchingUp) state_ = State::kIdle;
}

void Intake::On(AssignmentConfirmed confirmed) {
  const bool starts = confirmed.assignment == assignment_ &&
                      state_ == State::kStarting && !fenced_;
  if (!starts) return;
  if (confirmed.rewound) {
    Stop(*std::move(confirmed.rewound));
    return;
  }
  lanes_.clear();
  next_sequence_ = 0;
  for (const Progress& start : confirmed.starts) {
    const bool suspicious = IsSuspicious(start.metadata);
    lanes_[start.partition] = {.next_offset = start.next_offset,
                               .suspects = suspicious ? kMostSuspects : 0};
    if (!suspicious) continue;
    // Frequent commits keep the number of messages in flight small. So if a
    // message kills the worker again, fewer messages are suspects.
    parts_.channels.to_publish.Push(CommitSoon{});
    parts_.observer.On(Notice{
        Severity::kWarning,
        fmt::format("partition {}: {} assignments began at offset {} and did "
                    "not end cleanly, so a message there may kill workers; "
                    "child processes first read each of the next {} messages",
                    start.partition, start.metadata.starts, start.next_offset,
                    kMostSuspects)});
  }
  state_ = State::kRunning;
  parts_.channels.SetLive(assignment_);
  parts_.source.Start(confirmed.starts);
  parts_.observer.On(AssignmentStarted{confirmed.starts});
}

void Intake::On(AssignmentClosed ended) {
  if (ended.assignment != assignment_ || state_ != State::kEnding) return;
  assignment_ = kNoAssignment;
  state_ = error_ ? State::kClosed : State::kIdle;
  if (!lanes_.empty()) parts_.observer.On(AssignmentEnded{lost_});
  lanes_.clear();
  if (must_release_) parts_.source.Release();
  must_release_ = false;
}

void Intake::On(AssignmentFenced fenced) {
  // In the state kEnding, the assignment is already ending, so intake has
  // nothing to do.
  if (fenced.assignment != assignment_ || state_ == State::kEnding || fenced_) {
    return;
  }
  fenced_ = true;
  exhausted_ = false;
  GiveUp();
  held_.reset();
  parts_.source.Rejoin();
}

void Intake::On(Stopped stopped) { Stop(std::move(stopped.error)); }

// -------------------------------------------------------------- admission

void Intake::AdmitHeld() {
  if (!held_ || state_ != State::kRunning) return;
  // The source's queue may still contain messages of an earlier assignment.
  // Messages below next_offset are dropped, so that no offset is admitted
  // twice.
  const auto found = lanes_.find(held_->partition);
  if (found == lanes_.end() || held_->offset < found->second.next_offset) {
    held_.reset();
    return;
  }
  Lane& lane = found->second;
  const bool nothing_in_flight = parts_.channels.budget.used() == 0;
  const int64_t bytes = held_->bytes() + kMessageOverheadBytes;
  auto charge = parts_.channels.budget.TryCharge(bytes);
  // A message that is larger than the whole byte budget is admitted when
  // nothing else is in flight.
  if (!charge && nothing_in_flight) {
    charge = parts_.channels.budget.ForceCharge(bytes);
  }
  if (charge) Admit(lane, *std::move(charge));
}

void Intake::Admit(Lane& lane, Charge charge) {
  parts_.observer.On(MessageAdmitted{.bytes = held_->bytes(),
                                     .charged_bytes = charge.bytes()});
  const bool suspect = lane.suspects > 0;
  if (suspect) --lane.suspects;
  lane.next_offset = held_->offset + 1;
  parts_.channels.to_extract.Push({.assignment = assignment_,
                                   .sequence = NextSequence(lane),
                                   .suspect = suspect,
                                   .message = *std::move(held_),
                                   .charge = std::move(charge),
                                   .since = Clock::now()});
  held_.reset();
}

// ----------------------------------------------------------------- ending

void Intake::FollowDrain(bool nothing_in_flight) {
  if (parts_.drain_requested.load() && !draining_) {
    draining_ = true;
    drain_deadline_ = Clock::now() + parts_.drain_timeout;
    parts_.channels.to_publish.Push(CommitSoon{});
    parts_.observer.On(DrainStarted());
  }
  if (!Finishing()) return;
  if (draining_) held_.reset();  // another worker will process it
  switch (state_) {
    case State::kCatchingUp:
    case State::kIdle:
      parts_.interrupt_log();
      state_ = State::kClosed;
      return;
    case State::kStarting:
      if (draining_) {
        GiveUp();
        End(Ending::kDiscard, AbandonCause::kDrain);
      }
      break;
    case State::kRunning:
      if (!held_ && nothing_in_flight) {
        End(Ending::kDiscard, AbandonCause::kDrain);
      }
      break;
    case State::kEnding:
      if (draining_ && lost_) InterruptSinkSoon();
      break;
    case State::kClosed:
      break;
  }
  if (draining_) CheckLateDrain();
}

void Intake::CheckLateDrain() {
  const auto now = Clock::now();
  if (now < drain_deadline_ || state_ == State::kClosed) return;
  if (!drain_is_late_) {
    drain_is_late_ = true;
    parts_.observer.On(
        Notice{Severity::kWarning,
               "worker.drain_timeout has passed; the next worker processes the "
               "messages that are not committed"});
    GiveUp();
    if (state_ == State::kRunning) {
      End(Ending::kCommit, AbandonCause::kDrain);
    }
  }
  if (now >= drain_deadline_ + kLateGrace) parts_.interrupt_sink();
}

void Intake::End(Ending ending, AbandonCause cause) {
  const bool ran = state_ == State::kRunning;
  held_.reset();
  lost_ = ending == Ending::kLost;
  state_ = State::kEnding;
  parts_.channels.SetLive(kNoAssignment);
  parts_.channels.to_decide.Push(AssignmentOver{assignment_, cause});
  parts_.channels.to_publish.Push(
      EndAssignment{assignment_, ending, ran, cause});
  if (ending == Ending::kDiscard && (draining_ || error_)) InterruptSinkSoon();
}

void Intake::GiveUp() {
  parts_.channels.SetLive(kNoAssignment);
  parts_.channels.GiveUp(last_assignment_);
}

/// Sets the time after which a call to the sink is interrupted. A worker that
/// ends must not wait for a call that hangs.
void Intake::InterruptSinkSoon() {
  if (!interrupt_sink_at_) interrupt_sink_at_ = Clock::now() + kDiscardGrace;
}

void Intake::Stop(Error error) {
  if (!error_) error_ = std::move(error);
  GiveUp();
  if (state_ == State::kStarting || state_ == State::kRunning) {
    End(Ending::kDiscard, AbandonCause::kAbort);
  }
  // Nothing more will be published, so the sink need not wait for the brokers.
  InterruptSinkSoon();
  if (state_ != State::kEnding) state_ = State::kClosed;
}

}  // namespace newsmill::pipeline
