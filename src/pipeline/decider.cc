#include "decider.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "fmt/format.h"

namespace newsmill::pipeline {
namespace {

// The maximum number of log entries that are read before the next command is
// handled.
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
  OpenLog();
  while (auto command = channels_.to_decide.Pop()) Handle(*std::move(command));
  EndAssignment(AbandonCause::kDrain);
}

void Decider::OpenLog() {
  channels_.decide_heartbeat.Beat();
  const auto opened =
      follower_.Open([this] { channels_.to_decide.Push(LogReadable()); });
  if (!opened) ActOn(opened.error());
  ReadLog();
  channels_.decide_heartbeat.Rest();
}

void Decider::Handle(DecideCommand command) {
  channels_.decide_heartbeat.Beat();
  std::visit([this](auto& which) { On(std::move(which)); }, command);
  ReadLog();
  channels_.decide_heartbeat.Rest();
}

// -------------------------------------------------------------- commands

void Decider::On(InFlight in_flight) {
  if (!assignment_ || assignment_->id != in_flight.assignment ||
      !channels_.IsLive(in_flight.assignment)) {
    Abandon(in_flight, AbandonCause::kRevoke);
    return;
  }
  const auto now = channels_.decide_heartbeat.Beat();
  observer_.On(StageEntered{Stage::kDecide, now - in_flight.since});
  in_flight.since = now;
  if (in_flight.refused_outcome) {
    Await(std::move(in_flight));
    return;
  }
  InOrder<InFlight>& window =
      windows_[one_order_ ? 0 : in_flight.message.partition];
  const uint64_t sequence = in_flight.sequence;
  window.Finish(sequence, std::move(in_flight));
  while (assignment_) {
    auto next = window.TakeNext();
    if (!next) break;
    Await(*std::move(next));
  }
}

void Decider::On(const ClaimPartitions& claim) {
  if (claim.assignment <= ended_ || stopped_) return;
  assignment_ = Assignment{.id = claim.assignment,
                           .key = claim.key,
                           .starts = {},
                           .committed = {},
                           .rewinds = {}};
  for (const CommittedPosition& position : claim.starts) {
    assignment_->starts.push_back(StartOf(position));
  }
  for (const Progress& start : assignment_->starts) {
    const auto appended = follower_.Append(
        model::ClaimEntry{.partition = start.partition,
                          .assignment = assignment_->key,
                          .next_offset = start.next_offset,
                          .accept_rewind = follower_.terms().accept_rewind});
    if (!appended) {
      ActOn(appended.error());
      return;
    }
  }
  ConfirmIfClaimed();
}

Progress Decider::StartOf(const CommittedPosition& position) const {
  Progress start = position.progress;
  if (position.committed || position.expired) return start;
  // The group has no committed offset in this partition, so `start` comes from
  // kafka.start, which may be "latest". But the fingerprint log may contain a
  // committed offset of the partition, because the fleet has read the partition
  // before. Then the worker continues at that offset.
  const int64_t known = follower_.index().committed_offset(start.partition);
  if (known > 0 && known < start.next_offset) start.next_offset = known;
  return start;
}

void Decider::ConfirmIfClaimed() {
  if (assignment_->committed.size() < assignment_->starts.size()) return;
  channels_.to_publish.Push(
      ConfirmAssignment{.assignment = assignment_->id,
                        .starts = assignment_->starts,
                        .log = {.id = follower_.index().genesis()->log_id,
                                .next_offset = follower_.next_offset()},
                        .rewound = WhyRewound()});
}

void Decider::On(const AssignmentOver& over) {
  ended_ = over.assignment;
  EndAssignment(over.cause);
}

void Decider::On(const Committed& committed) {
  const bool live = assignment_ && assignment_->id == committed.assignment;
  for (const Progress& one : committed.progress) {
    int64_t& logged = logged_commits_[one.partition];
    if (logged == one.next_offset) continue;
    if (live) assignment_->committed[one.partition] = one.next_offset;
    // The partition has messages in flight, so more entries will follow. One of
    // these entries will contain the offset.
    if (live && IsBusy(one.partition)) continue;
    logged = one.next_offset;
    const auto appended =
        follower_.Append(model::CommitEntry{.partition = one.partition,
                                            .assignment = committed.key,
                                            .next_offset = one.next_offset});
    if (!appended) {
      ActOn(appended.error());
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
  if (const auto appended = AppendSteps(awaiting); !appended) {
    Abandon(awaiting.in_flight, AbandonCause::kAbort);
    ActOn(appended.error());
    return;
  }
  awaiting_.push_back(std::move(awaiting));
  ForwardDecided();
}

std::expected<void, LogError> Decider::AppendSteps(const Awaiting& awaiting) {
  for (size_t i = awaiting.next_step; i < awaiting.steps.size(); ++i) {
    const Step& step = awaiting.steps[i];
    auto appended = step.outcome
                        ? follower_.Append(EntryOf(awaiting.in_flight, step))
                        : follower_.Append(model::RetractEntry{
                              step.delivery, assignment_->key});
    if (!appended) return appended;
  }
  return {};
}

void Decider::FollowVersion() {
  const uint16_t version = follower_.version();
  if (version == 0 || version == version_) return;
  version_ = version;
  // The entries that are not read yet have the earlier version, so they will
  // have no effect. All of them are appended again, in their order.
  for (const Awaiting& awaiting : awaiting_) {
    if (const auto appended = AppendSteps(awaiting); !appended) {
      ActOn(appended.error());
      return;
    }
  }
}

std::vector<Decider::Step> Decider::StepsOf(const InFlight& in_flight) const {
  std::vector<Step> steps;
  if (in_flight.refused_outcome) {
    const Outcome& refused = in_flight.outcomes[*in_flight.refused_outcome];
    steps.push_back({DeliveryOf(in_flight, refused), std::nullopt});
    return steps;
  }
  for (size_t i = 0; i < in_flight.outcomes.size(); ++i) {
    const Outcome& outcome = in_flight.outcomes[i];
    if (RecordOf(outcome) == nullptr) continue;
    steps.push_back({DeliveryOf(in_flight, outcome), i});
  }
  // An earlier assignment may have decided deliveries that extraction now does
  // not find in the message. They were not published, and never will be. So
  // `gone` collects them, and they are retracted.
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
  return {
      .delivery = step.delivery,
      .assignment = assignment_->key,
      .committed_offset = assignment_->committed.at(step.delivery.partition),
      .input_time_ms = outcome.input_time_ms,
      .record_id = RecordOf(outcome)->id,
      .fingerprint = outcome.fingerprints.In(follower_.version())};
}

// --------------------------------------------------------------- reading

void Decider::ReadLog() {
  ReadEntries();
  observer_.On(follower_.Status());
}

void Decider::ReadEntries() {
  for (int i = 0; i < kEntriesAtOnce && !stopped_; ++i) {
    const auto taken = follower_.TakeNext();
    if (!taken) {
      ActOn(taken.error());
      continue;
    }
    FollowVersion();
    if (follower_.ready() && !reported_caught_up_) ReportCaughtUp();
    if (!*taken) return;
    if (!(*taken)->applied) continue;
    observer_.On(EntryApplied{.entry = (*taken)->record.entry,
                              .effect = (*taken)->applied->effect,
                              .bytes = (*taken)->record.bytes});
    Take(**taken);
    WriteMarkAfter((*taken)->record.entry);
  }
  if (!stopped_) channels_.to_decide.Push(LogReadable());
}

void Decider::ReportCaughtUp() {
  reported_caught_up_ = true;
  observer_.On(IndexCaughtUp{.log_end = follower_.next_offset(),
                             .texts = follower_.index().size()});
  channels_.to_intake.Push(IndexReady());
  // A replay keeps the version of its first start, and writes no marks.
  const uint16_t newest = follower_.terms().rules.version;
  if (version_ >= newest || !follower_.terms().write_marks) return;
  const std::string text = fmt::format(
      "the fingerprint log has fingerprints of version {}, and this worker "
      "writes this version. Version {} is available. When all workers of the "
      "fleet run this build, start one worker with --change-rules once",
      version_, newest);
  observer_.On(Notice{Severity::kInfo, text});
}

void Decider::Take(const LogFollower::Taken& taken) {
  if (!assignment_) return;
  const auto& content = taken.record.entry.content;
  if (const auto* claim = std::get_if<model::ClaimEntry>(&content)) {
    OnClaim(*claim, taken.applied->effect);
  } else if (const auto* entry =
                 std::get_if<model::FingerprintEntry>(&content)) {
    if (entry->assignment != assignment_->key) return;
    OnStep(entry->delivery, /*decides=*/true, *taken.applied);
  } else if (const auto* retract = std::get_if<model::RetractEntry>(&content)) {
    if (retract->assignment != assignment_->key) return;
    OnStep(retract->delivery, /*decides=*/false, *taken.applied);
  }
}

void Decider::WriteMarkAfter(const model::LogEntry& entry) {
  // One worker writes the mark: the one that has written the last entry before
  // the place. If it dies now, another entry stands before the next place.
  const auto* print = std::get_if<model::FingerprintEntry>(&entry.content);
  const bool is_own =
      assignment_ && print != nullptr && print->assignment == assignment_->key;
  if (!is_own || !follower_.IsMarkDue()) return;
  const auto appended = follower_.AppendMark(assignment_->key);
  if (!appended) ActOn(appended.error());
}

void Decider::OnClaim(const model::ClaimEntry& claim, dedup::Effect effect) {
  const bool own = claim.assignment == assignment_->key;
  const bool rewound = own && effect == dedup::Effect::kRewound;
  if (rewound) {
    assignment_->rewinds.push_back(
        {.partition = claim.partition,
         .next_offset = claim.next_offset,
         .committed_offset =
             follower_.index().committed_offset(claim.partition)});
  }
  if (!rewound && effect != dedup::Effect::kApplied) return;
  if (!own) {
    // Another worker has claimed the same partition, so one of the two workers
    // is fenced. The coordinator decides which one.
    if (assignment_->committed.contains(claim.partition)) GiveUpAssignment();
    return;
  }
  assignment_->committed[claim.partition] = claim.next_offset;
  logged_commits_[claim.partition] = claim.next_offset;
  ConfirmIfClaimed();
}

void Decider::OnStep(const model::Delivery& delivery, bool decides,
                     const dedup::Applied& applied) {
  if (awaiting_.empty()) return;
  Awaiting& first = awaiting_.front();
  const Step& step = first.steps[first.next_step];
  if (step.delivery != delivery || step.outcome.has_value() != decides) return;
  // It was appended again, see FollowVersion.
  if (applied.effect == dedup::Effect::kOtherVersion) return;
  if (decides) {
    const bool decided = applied.effect == dedup::Effect::kDecided ||
                         applied.effect == dedup::Effect::kRepeated;
    if (!decided) {
      GiveUpAssignment();
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
    const auto now = channels_.decide_heartbeat.Beat();
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

void Decider::ActOn(const LogError& error) {
  if (!error.appends_lost) {
    Stop({.message = error.what, .misconfigured = error.misconfigured});
    return;
  }
  observer_.On(Notice{Severity::kWarning, "fingerprint log: " + error.what});
  if (assignment_) GiveUpAssignment();
}

std::optional<Error> Decider::WhyRewound() const {
  if (assignment_->rewinds.empty()) return std::nullopt;
  std::string places;
  for (const Rewind& rewind : assignment_->rewinds) {
    places += fmt::format(
        "{}partition {} would begin at offset {}, but the log says that offset "
        "{} was committed",
        places.empty() ? "" : "; ", rewind.partition, rewind.next_offset,
        rewind.committed_offset);
  }
  return Error{fmt::format(
      "the group's offsets are below the committed offsets in the fingerprint "
      "log: {}. The group's offsets were set back or have expired, or the "
      "topic was recreated. To continue where the fleet was, set the group's "
      "offsets to the offsets in the log. To process old messages again while "
      "the fleet runs, use newsmill replay. To process old messages as new "
      "input, start with --accept-rewind: texts that were published before "
      "then count as copies",
      places)};
}

void Decider::Stop(Error error) {
  stopped_ = true;
  EndAssignment(AbandonCause::kAbort);
  channels_.to_intake.Push(Stopped{std::move(error)});
}

void Decider::GiveUpAssignment() {
  observer_.On(AssignmentRefuted());
  channels_.to_intake.Push(AssignmentFenced{assignment_->id});
  EndAssignment(AbandonCause::kAbort);
}

void Decider::EndAssignment(AbandonCause cause) {
  const auto abandon = [this, cause](const InFlight& in_flight) {
    Abandon(in_flight, cause);
  };
  for (auto& [partition, window] : windows_) window.Clear(abandon);
  windows_.clear();
  for (const Awaiting& one : awaiting_) abandon(one.in_flight);
  awaiting_.clear();
  assignment_.reset();
}

void Decider::Abandon(const InFlight& in_flight, AbandonCause cause) {
  observer_.On(
      ItemsAbandoned{.items = static_cast<int64_t>(in_flight.outcomes.size()),
                     .cause = cause});
}

}  // namespace newsmill::pipeline
