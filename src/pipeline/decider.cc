#include "decider.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "fmt/format.h"

namespace newsmill::pipeline {
namespace {

// Entries that are read before the queue is looked at again.
constexpr int kEntriesAtOnce = 1024;

const output::PreparedRecord* RecordOf(const Outcome& outcome) {
  return std::get_if<output::PreparedRecord>(&outcome.content);
}

model::Delivery DeliveryOf(const InFlight& in_flight, const Outcome& outcome) {
  return {.partition = in_flight.message.partition,
          .offset = in_flight.message.offset,
          .item = outcome.item.value_or(-1),
          .digest = in_flight.digest};
}

}  // namespace

void Decider::RunDecideLoop() {
  channels_.decide_pulse.Beat();
  const auto opened =
      follower_.Open([this] { channels_.to_decide.Push(LogReadable()); });
  if (!opened) Follow(opened.error());
  ReadLog();
  channels_.decide_pulse.Rest();
  while (auto command = channels_.to_decide.Pop()) {
    channels_.decide_pulse.Beat();
    std::visit([this](auto& which) { On(std::move(which)); }, *command);
    ReadLog();
    channels_.decide_pulse.Rest();
  }
  EndSession(AbandonCause::kDrain);
}

// -------------------------------------------------------------- commands

void Decider::On(InFlight in_flight) {
  if (!session_ || session_->id != in_flight.session ||
      !channels_.IsLive(in_flight.session)) {
    Abandon(in_flight, AbandonCause::kRevoke);
    return;
  }
  const auto now = channels_.decide_pulse.Beat();
  observer_.On(StageEntered{Stage::kDecide, now - in_flight.since});
  in_flight.since = now;
  if (in_flight.condemned) {
    Await(std::move(in_flight));
    return;
  }
  InOrder<InFlight>& window =
      windows_[one_order_ ? 0 : in_flight.message.partition];
  const uint64_t sequence = in_flight.sequence;
  window.Finish(sequence, std::move(in_flight));
  while (session_) {
    auto next = window.TakeNext();
    if (!next) break;
    Await(*std::move(next));
  }
}

void Decider::On(const ClaimSession& claim) {
  if (claim.session <= over_ || stopped_) return;
  session_ = Session{.id = claim.session,
                     .key = claim.key,
                     .starts = {},
                     .committed = {},
                     .rewinds = {}};
  for (const Standing& standing : claim.starts) {
    session_->starts.push_back(StartOf(standing));
  }
  for (const Progress& start : session_->starts) {
    const auto appended = follower_.Append(
        model::ClaimEntry{.partition = start.partition,
                          .session = session_->key,
                          .next_offset = start.next_offset,
                          .accept_rewind = follower_.terms().accept_rewind});
    if (!appended) {
      Follow(appended.error());
      return;
    }
  }
  ConfirmIfClaimed();
}

Progress Decider::StartOf(const Standing& standing) const {
  Progress start = standing.progress;
  if (standing.committed || standing.expired) return start;
  // kafka.start may say "latest", but the fleet has been there before: its
  // committed offset has expired, or was never committed.
  const int64_t known = follower_.index().committed_offset(start.partition);
  if (known > 0 && known < start.next_offset) start.next_offset = known;
  return start;
}

void Decider::ConfirmIfClaimed() {
  if (session_->committed.size() < session_->starts.size()) return;
  channels_.to_publish.Push(
      ConfirmSession{.session = session_->id,
                     .starts = session_->starts,
                     .log = {.id = follower_.index().genesis()->log_id,
                             .next_offset = follower_.next_offset()},
                     .rewound = WhyRewound()});
}

void Decider::On(const SessionOver& over) {
  over_ = over.session;
  EndSession(over.cause);
}

void Decider::On(const Committed& committed) {
  const bool live = session_ && session_->id == committed.session;
  for (const Progress& one : committed.progress) {
    int64_t& told = told_[one.partition];
    if (told == one.next_offset) continue;
    if (live) session_->committed[one.partition] = one.next_offset;
    // A commit that follows will tell, or an entry.
    if (live && IsBusy(one.partition)) continue;
    told = one.next_offset;
    const auto appended =
        follower_.Append(model::CommitEntry{.partition = one.partition,
                                            .session = committed.key,
                                            .next_offset = one.next_offset});
    if (!appended) {
      Follow(appended.error());
      return;
    }
  }
}

bool Decider::IsBusy(int32_t partition) const {
  return std::ranges::any_of(awaiting_, [partition](const Awaiting& one) {
    return one.in_flight.message.partition == partition;
  });
}

// ------------------------------------------------------------- appending

void Decider::Await(InFlight in_flight) {
  Awaiting awaiting{.in_flight = std::move(in_flight), .steps = {}};
  awaiting.steps = StepsOf(awaiting.in_flight);
  awaiting.in_flight.verdicts.resize(awaiting.in_flight.outcomes.size());
  for (const Step& step : awaiting.steps) {
    const auto appended =
        step.outcome ? follower_.Append(EntryOf(awaiting.in_flight, step))
                     : follower_.Append(
                           model::RetractEntry{step.delivery, session_->key});
    if (!appended) {
      Abandon(awaiting.in_flight, AbandonCause::kAbort);
      Follow(appended.error());
      return;
    }
  }
  awaiting_.push_back(std::move(awaiting));
  ForwardDecided();
}

std::vector<Decider::Step> Decider::StepsOf(const InFlight& in_flight) const {
  std::vector<Step> steps;
  if (in_flight.condemned) {
    const Outcome& refused = in_flight.outcomes[*in_flight.condemned];
    steps.push_back({DeliveryOf(in_flight, refused), std::nullopt});
    return steps;
  }
  for (size_t i = 0; i < in_flight.outcomes.size(); ++i) {
    const Outcome& outcome = in_flight.outcomes[i];
    if (RecordOf(outcome) == nullptr) continue;
    steps.push_back({DeliveryOf(in_flight, outcome), i});
  }
  // What an earlier session decided and this one does not find any more, or
  // finds another message in its place, will never be published.
  const auto is_found = [&](const model::Delivery& delivery) {
    return std::ranges::find(steps, delivery, &Step::delivery) != steps.end();
  };
  std::vector<Step> gone;
  for (const model::Delivery& delivery : follower_.index().Pending(
           in_flight.message.partition, in_flight.message.offset)) {
    if (!is_found(delivery)) gone.push_back({delivery, std::nullopt});
  }
  steps.insert(steps.begin(), gone.begin(), gone.end());
  return steps;
}

model::FingerprintEntry Decider::EntryOf(const InFlight& in_flight,
                                         const Step& step) const {
  const Outcome& outcome = in_flight.outcomes[*step.outcome];
  return {.delivery = step.delivery,
          .session = session_->key,
          .committed_offset = session_->committed.at(step.delivery.partition),
          .input_time_ms = outcome.input_time_ms,
          .record_id = RecordOf(outcome)->id,
          .fingerprint = outcome.fingerprint};
}

// --------------------------------------------------------------- reading

void Decider::ReadLog() {
  ReadEntries();
  const dedup::Index& index = follower_.index();
  observer_.On(LogRead{.next_offset = follower_.next_offset(),
                       .texts = index.size(),
                       .bytes = index.bytes(),
                       .window_ms = index.window_ms(),
                       .pending_deliveries = index.pending_deliveries()});
}

void Decider::ReadEntries() {
  for (int i = 0; i < kEntriesAtOnce && !stopped_; ++i) {
    const auto taken = follower_.TakeNext();
    if (!taken) {
      Follow(taken.error());
      continue;
    }
    if (follower_.ready() && !told_ready_) {
      told_ready_ = true;
      observer_.On(IndexCaughtUp{.log_end = follower_.next_offset(),
                                 .texts = follower_.index().size()});
      channels_.to_intake.Push(IndexReady());
    }
    if (!*taken) return;
    observer_.On(EntryApplied{.entry = (*taken)->record.entry,
                              .effect = (*taken)->applied.effect});
    Take(**taken);
  }
  if (!stopped_) channels_.to_decide.Push(LogReadable());
}

void Decider::Take(const LogFollower::Taken& taken) {
  if (!session_) return;
  const auto& content = taken.record.entry.content;
  if (const auto* claim = std::get_if<model::ClaimEntry>(&content)) {
    OnClaim(*claim, taken.applied.effect);
  } else if (const auto* entry =
                 std::get_if<model::FingerprintEntry>(&content)) {
    if (entry->session != session_->key) return;
    OnStep(entry->delivery, /*decides=*/true, taken.applied);
  } else if (const auto* retract = std::get_if<model::RetractEntry>(&content)) {
    if (retract->session != session_->key) return;
    OnStep(retract->delivery, /*decides=*/false, taken.applied);
  }
}

void Decider::OnClaim(const model::ClaimEntry& claim, dedup::Effect effect) {
  const bool own = claim.session == session_->key;
  const bool rewound = own && effect == dedup::Effect::kRewound;
  if (rewound) {
    session_->rewinds.push_back(
        {.partition = claim.partition,
         .next_offset = claim.next_offset,
         .committed_offset =
             follower_.index().committed_offset(claim.partition)});
  }
  if (!rewound && effect != dedup::Effect::kApplied) return;
  if (!own) {
    // Either of the two is late; the group decides which.
    if (session_->committed.contains(claim.partition)) Depose();
    return;
  }
  session_->committed[claim.partition] = claim.next_offset;
  told_[claim.partition] = claim.next_offset;
  ConfirmIfClaimed();
}

void Decider::OnStep(const model::Delivery& delivery, bool decides,
                     const dedup::Applied& applied) {
  if (awaiting_.empty()) return;
  Awaiting& first = awaiting_.front();
  const Step& step = first.steps[first.next_step];
  if (step.delivery != delivery || step.outcome.has_value() != decides) return;
  if (decides) {
    const bool decided = applied.effect == dedup::Effect::kDecided ||
                         applied.effect == dedup::Effect::kRepeated;
    if (!decided) {
      Depose();
      return;
    }
    first.in_flight.verdicts[*step.outcome] = {applied.decision,
                                               applied.log_offset};
  }
  ++first.next_step;
  ForwardDecided();
}

void Decider::ForwardDecided() {
  while (!awaiting_.empty()) {
    Awaiting& first = awaiting_.front();
    if (first.next_step < first.steps.size()) return;
    const auto now = channels_.decide_pulse.Beat();
    observer_.On(StageLeft{
        .stage = Stage::kDecide,
        .stayed = now - first.in_flight.since,
        .items = static_cast<int64_t>(first.in_flight.outcomes.size())});
    first.in_flight.since = now;
    channels_.to_publish.Push(std::move(first.in_flight));
    awaiting_.pop_front();
  }
}

// ---------------------------------------------------------------- ending

void Decider::Follow(const LogError& error) {
  if (!error.appends_lost) {
    Stop({.message = error.what, .misconfigured = error.misconfigured});
    return;
  }
  observer_.On(Notice{Severity::kWarning, "fingerprint log: " + error.what});
  if (session_) Depose();
}

std::optional<Error> Decider::WhyRewound() const {
  if (session_->rewinds.empty()) return std::nullopt;
  std::string places;
  for (const Rewind& rewind : session_->rewinds) {
    places += fmt::format(
        "{}partition {} would begin at offset {}, the "
        "fingerprint log knows {} as committed",
        places.empty() ? "" : "; ", rewind.partition, rewind.next_offset,
        rewind.committed_offset);
  }
  return Error{fmt::format(
      "the group's offsets are below what was committed: {}. They were set "
      "back, have expired, or the topic was recreated. To go on where the "
      "fleet was, set the group's offsets to those of the log. To process "
      "messages again beside the live fleet, use newsmill replay. To take them "
      "as new input, copies of what was published among them, start with "
      "--accept-rewind",
      places)};
}

void Decider::Stop(Error error) {
  stopped_ = true;
  EndSession(AbandonCause::kAbort);
  channels_.to_intake.Push(Stopped{std::move(error)});
}

void Decider::Depose() {
  observer_.On(AssignmentRefuted());
  channels_.to_intake.Push(SessionDeposed{session_->id});
  EndSession(AbandonCause::kAbort);
}

void Decider::EndSession(AbandonCause cause) {
  const auto abandon = [this, cause](const InFlight& in_flight) {
    Abandon(in_flight, cause);
  };
  for (auto& [partition, window] : windows_) window.Clear(abandon);
  windows_.clear();
  for (const Awaiting& one : awaiting_) abandon(one.in_flight);
  awaiting_.clear();
  session_.reset();
}

void Decider::Abandon(const InFlight& in_flight, AbandonCause cause) {
  observer_.On(
      ItemsAbandoned{.items = static_cast<int64_t>(in_flight.outcomes.size()),
                     .cause = cause});
}

}  // namespace newsmill::pipeline
