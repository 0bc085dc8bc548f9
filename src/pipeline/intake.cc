#include "intake.h"

#include <utility>

#include "crash_guard.h"
#include "fmt/format.h"
#include "newsmill/base/check.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// How long a poll may wait for a message, and so how late a notice or a drain
// request can be seen.
constexpr milliseconds kPollTimeout{50};
// How often events and the budget are looked at while no message is wanted.
constexpr milliseconds kLookAgain{2};
constexpr milliseconds kLookAgainIdle{10};
// What a late drain leaves to the last commit before it is cut off.
constexpr milliseconds kLateGrace{2000};

}  // namespace

std::expected<void, Error> Intake::RunIntakeLoop() {
  while (state_ != State::kClosed) PollOnce();
  parts_.channels.SetLive(kNoSession);
  parts_.source.Close();
  parts_.channels.intake_pulse.Rest();
  if (error_) return std::unexpected(*error_);
  return {};
}

void Intake::PollOnce() {
  // In this order: whoever ends a session says so before it drops what is in
  // flight.
  const bool nothing_in_flight = parts_.channels.budget.used() == 0;
  parts_.channels.intake_pulse.Beat();
  TakeNotices(parts_.channels.to_intake.TryPop());
  FollowDrain(nothing_in_flight);
  AdmitHeld();
  parts_.channels.input_held.store(held_.has_value(),
                                   std::memory_order_relaxed);
  const bool want_messages =
      state_ == State::kRunning && !held_ && !Finishing();
  if (!want_messages) {
    const bool idle = state_ == State::kIdle || state_ == State::kCatchingUp;
    TakeNotices(parts_.channels.to_intake.PopUntil(
        Clock::now() + (idle ? kLookAgainIdle : kLookAgain)));
  }
  // The first poll joins the group: with an index that is not there yet it
  // would only hold up the others.
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
  session_ = ++last_session_;
  state_ = State::kStarting;
  parts_.channels.to_publish.Push(
      BeginSession{.session = session_, .assigned = std::move(assigned)});
}

void Intake::On(Revoked revoked) {
  exhausted_ = false;  // what was not committed comes again
  release_owed_ = true;
  if (state_ == State::kIdle) {
    parts_.source.Release();
    release_owed_ = false;
    return;
  }
  if (revoked.lost || state_ == State::kStarting) GiveUp();
  if (state_ != State::kEnding) End(revoked.lost, AbandonCause::kRevoke);
}

void Intake::On(Passed passed) {
  if (state_ != State::kRunning) return;
  const auto lane = lanes_.find(passed.partition);
  if (lane == lanes_.end() || passed.next_offset <= lane->second.next_offset) {
    return;
  }
  lane->second.next_offset = passed.next_offset;
  InFlight nothing{
      .session = session_,
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
  parts_.channels.to_publish.Push(Hurry{});
}

void Intake::On(Failed failed) { Stop(std::move(failed.error)); }

// ------------------------------------------- the decide and publish threads

void Intake::On(IndexReady) {
  if (state_ == State::kCatchingUp) state_ = State::kIdle;
}

void Intake::On(SessionReady ready) {
  if (ready.session != session_ || state_ != State::kStarting) return;
  lanes_.clear();
  next_sequence_ = 0;
  for (const Progress& start : ready.starts) {
    const CrashNote note = CrashNote::Parse(start.note);
    lanes_[start.partition] = {
        .start_offset = start.next_offset,
        .next_offset = start.next_offset,
        .trials_at_start = note.trials,
        .condemned_at_start = note.Condemned(),
        .messages_on_trial = note.AloneFromNowOn() ? kMessagesOnTrial : 0};
    if (note.AloneFromNowOn()) {
      // Quick commits, now and after the trial: what is in flight when a
      // message kills stays few.
      parts_.channels.to_publish.Push(Hurry{});
      parts_.observer.Note(
          Severity::kWarning,
          fmt::format("partition {} was begun at offset {} again and again "
                      "without progress; its next {} messages go one by one "
                      "to find one that kills workers",
                      start.partition, start.next_offset, kMessagesOnTrial));
    }
  }
  state_ = State::kRunning;
  trial_ = Trial::kNone;
  parts_.channels.SetLive(session_);
  parts_.source.Start(ready.starts);
  parts_.observer.SessionStarted(ready.starts);
}

void Intake::On(SessionEnded ended) {
  if (ended.session != session_ || state_ != State::kEnding) return;
  session_ = kNoSession;
  state_ = State::kIdle;
  if (!lanes_.empty()) parts_.observer.SessionEnded(lost_);
  lanes_.clear();
  if (release_owed_) parts_.source.Release();
  release_owed_ = false;
}

void Intake::On(TrialMarked marked) {
  if (marked.session == session_ && trial_ == Trial::kAsked) {
    trial_ = Trial::kMarked;
  }
}

void Intake::On(SessionDeposed deposed) {
  // Once a Revoked has come, its end is under way already.
  if (deposed.session != session_ || state_ == State::kEnding) return;
  exhausted_ = false;
  GiveUp();
  held_.reset();
  parts_.source.Rejoin();
}

void Intake::On(Stopped stopped) { Stop(std::move(stopped.error)); }

// -------------------------------------------------------------- admission

void Intake::AdmitHeld() {
  if (!held_ || state_ != State::kRunning) return;
  // A message of an ended assignment, or of a position that was moved, can
  // still come out of a queue. What was admitted is not admitted again.
  const auto found = lanes_.find(held_->partition);
  if (found == lanes_.end() || held_->offset < found->second.next_offset) {
    held_.reset();
    return;
  }
  Lane& lane = found->second;
  const bool nothing_in_flight = parts_.channels.budget.used() == 0;
  if (trial_ == Trial::kRunning && nothing_in_flight) trial_ = Trial::kNone;
  if (trial_ == Trial::kRunning) return;
  if (lane.messages_on_trial > 0) {
    if (nothing_in_flight) AdmitAlone(lane);
    return;
  }
  const int64_t bytes = held_->bytes() + kMessageOverheadBytes;
  auto charge = parts_.channels.budget.TryCharge(bytes);
  // The largest message must fit, so one may pass the limit by itself.
  if (!charge && nothing_in_flight) {
    charge = parts_.channels.budget.ForceCharge(bytes);
  }
  if (charge) Admit(lane, *std::move(charge), /*alone=*/false);
}

void Intake::AdmitAlone(Lane& lane) {
  const bool first = held_->offset == lane.start_offset;
  if (first && lane.condemned_at_start) {
    trial_ = Trial::kMarked;
  } else if (trial_ == Trial::kNone) {
    const CrashNote note{.trials = (first ? lane.trials_at_start : 0) + 1};
    parts_.channels.to_publish.Push(MarkTrial{.session = session_,
                                              .partition = held_->partition,
                                              .offset = held_->offset,
                                              .note = note.ToString()});
    trial_ = Trial::kAsked;
  }
  if (trial_ != Trial::kMarked) return;
  const int64_t bytes = held_->bytes() + kMessageOverheadBytes;
  trial_ = Trial::kRunning;
  --lane.messages_on_trial;
  Admit(lane, parts_.channels.budget.ForceCharge(bytes), /*alone=*/true);
}

void Intake::Admit(Lane& lane, Charge charge, bool alone) {
  parts_.observer.MessageAdmitted(held_->bytes(), charge.bytes());
  const bool crashed =
      lane.condemned_at_start && held_->offset == lane.start_offset;
  lane.next_offset = held_->offset + 1;
  parts_.channels.to_extract.Push({.session = session_,
                                   .sequence = NextSequence(lane),
                                   .alone = alone,
                                   .crashed = crashed,
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
    parts_.channels.to_publish.Push(Hurry{});
    parts_.observer.DrainStarted();
  }
  if (!Finishing()) return;
  if (draining_) held_.reset();  // not admitted: the next worker's
  switch (state_) {
    case State::kCatchingUp:
    case State::kIdle:
      state_ = State::kClosed;
      return;
    case State::kStarting:
      if (draining_) {
        GiveUp();
        End(/*lost=*/false, AbandonCause::kDrain);
      }
      break;
    case State::kRunning:
      if (!held_ && nothing_in_flight) {
        End(/*lost=*/false, AbandonCause::kDrain);
      }
      break;
    case State::kEnding:
    case State::kClosed:
      break;
  }
  if (draining_) FollowLateDrain();
}

void Intake::FollowLateDrain() {
  const auto now = Clock::now();
  if (now < drain_deadline_ || state_ == State::kClosed) return;
  if (!drain_is_late_) {
    drain_is_late_ = true;
    parts_.observer.Note(Severity::kWarning,
                         "drain_timeout has passed; what is not committed "
                         "will be processed by the next worker");
    GiveUp();
    if (state_ == State::kRunning) End(/*lost=*/false, AbandonCause::kDrain);
  }
  if (now >= drain_deadline_ + kLateGrace) parts_.sink.Interrupt();
}

void Intake::End(bool lost, AbandonCause cause) {
  held_.reset();
  lost_ = lost;
  state_ = State::kEnding;
  parts_.channels.SetLive(kNoSession);
  parts_.channels.to_decide.Push(SessionOver{session_, cause});
  parts_.channels.to_publish.Push(EndSession{session_, lost, cause});
}

void Intake::GiveUp() {
  parts_.channels.SetLive(kNoSession);
  parts_.channels.GiveUp(last_session_);
}

void Intake::Stop(Error error) {
  if (!error_) error_ = std::move(error);
  GiveUp();
  if (state_ == State::kStarting || state_ == State::kRunning) {
    End(/*lost=*/true, AbandonCause::kAbort);
  }
  // Nothing may be published any more, so nothing is worth waiting for.
  parts_.sink.Interrupt();
  state_ = State::kClosed;
}

}  // namespace newsmill::pipeline
