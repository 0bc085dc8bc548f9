// The workers, which follow the rules.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fleet.h"
#include "fmt/format.h"

namespace newsmill::pipeline::fleet {

namespace {
using State = ItemWork::State;
}  // namespace

template <typename Content>
void Fleet::Append(Worker& worker, const Content& content) {
  if (!worker.reader->follower.Append(content)) {
    Found(Harm::kStopped, "cannot append");
  }
}

void Fleet::Start(size_t id) {
  // The operator has stopped the others.
  if (short_log_ == ShortLog::kStopped && id != 0) return;
  Worker& worker = workers_[id];
  members_.erase(id);
  worker = Worker{};
  LogTerms terms = terms_;
  terms.accept_short_log = short_log_ == ShortLog::kStopped;
  worker.accepts_short_log = terms.accept_short_log;
  terms.change_rules = IsTimeToChangeVersion();
  worker.is_up = true;
  worker.version = random_.Below(kVersions);
  worker.producer = producers_.size();
  producers_.emplace_back();
  worker.reader = std::make_unique<Reader>(log_, producers_[worker.producer],
                                           terms, broken_, random_);
  worker.reader->client.accepts_short_log = worker.accepts_short_log;
  if (!worker.reader->follower.Open([] {})) {
    Found(Harm::kStopped, "cannot open the log");
  }
}

/// Entries that it wrote may arrive later, or never.
void Fleet::Crash(size_t id) {
  ++report_.crashes;
  DropTransaction(id, true);
  auto& outbox = producers_[workers_[id].producer].outbox;
  outbox.resize(random_.Below(outbox.size() + 1));
  workers_[id] = Worker{};
  if (random_.OneIn(2)) Expel(id);
}

/// Entries that it wrote are delayed too. The others may continue without it.
/// After the pause it may act before it listens to the coordinator.
void Fleet::Pause(size_t id) {
  workers_[id].paused_for = random_.Below(random_.OneIn(8) ? 500 : 60);
  workers_[id].deaf_for = random_.Below(10);
  producers_[workers_[id].producer].stalls = random_.Below(60);
  if (random_.OneIn(2)) Expel(id);
}

void Fleet::Join(size_t id) {
  workers_[id].has_joined = true;
  members_.insert(id);
  Rebalance();
}

void Fleet::EndAssignment(size_t id) {
  DropTransaction(id, false);
  workers_[id].lanes.clear();
  workers_[id].generation = -1;
  Join(id);
}

/// A transaction whose commit was sent is not dropped.
void Fleet::DropTransaction(size_t id, bool by_crash) {
  for (size_t i = transactions_.size(); i-- > 0;) {
    Transaction& transaction = transactions_[i];
    if (transaction.worker != id || transaction.is_ending) continue;
    transaction.is_orphan = true;
    if (!by_crash) FinishTransaction(i);
  }
}

/// Receives the new assignment. Drops outcomes of the last one.
void Fleet::Hear(size_t id) {
  Worker& worker = workers_[id];
  if (worker.deaf_for > 0) {
    --worker.deaf_for;
    return;
  }
  if (!worker.has_joined) return;
  if (!members_.contains(id)) return EndAssignment(id);
  if (!worker.mail) return;
  DropTransaction(id, false);
  worker.generation = worker.mail->generation;
  worker.lanes.clear();
  for (const int32_t partition : worker.mail->partitions) {
    worker.lanes.push_back({.partition = partition,
                            .assignment = ++assignments_,
                            .state = Lane::State::kToFetch,
                            .committed = 0,
                            .next = 0,
                            .works = {}});
  }
  worker.mail.reset();
}

void Fleet::Read(size_t id) {
  Worker& worker = workers_[id];
  LogClient& client = worker.reader->client;
  LogFollower& follower = worker.reader->follower;
  const bool was_starting = client.is_starting;
  const int64_t below_first = client.times_below_first;
  const auto taken = follower.TakeNext();
  if (client.has_trimmed_too_far) Found(Harm::kTrimmedTooFar, "");
  report_.times_below_first += client.times_below_first - below_first;
  if (!taken) return OnError(id, taken.error());
  if (follower.ready() || (*taken && (*taken)->applied)) {
    client.is_starting = false;
  }
  if (follower.ready() && !worker.has_joined) {
    CheckSkippedMarks(worker);
    if (worker.accepts_short_log) short_log_ = ShortLog::kAccepted;
    worker.accepts_short_log = client.accepts_short_log = false;
    Join(id);
  }
  if (!*taken || !(*taken)->applied) return;

  const LogRecord& record = (*taken)->record;
  const Applied& applied = *(*taken)->applied;
  const Logged& logged = log_.entries[static_cast<size_t>(record.offset)];
  client.disguise.Note(logged.entry, applied);
  if (was_starting && record.offset > 0) ++report_.late_starts;
  if (was_starting) worker.place = record.offset;
  if (was_starting) worker.started_at = record.offset;
  CompareWithTruth(id, record, applied);
  FollowVersion(worker);
  const model::LogEntry entry = logged.entry;
  OnOwn(id, entry, applied);
  const auto* print = std::get_if<model::FingerprintEntry>(&entry.content);
  if (print != nullptr && worker.LaneOf(print->assignment) != nullptr &&
      follower.IsMarkDue() && !follower.AppendMark(print->assignment)) {
    Found(Harm::kStopped, "cannot append a mark");
  }
}

/// The worker has lost its place in the log, or stops.
void Fleet::OnError(size_t id, const LogError& error) {
  Worker& worker = workers_[id];
  LogClient& client = worker.reader->client;
  if (!error.appends_lost) {
    OnStop(id, error);
    return Crash(id);
  }
  ++report_.starts_again;
  client.is_starting = true;
  const auto& last =
      log_.entries[static_cast<size_t>(client.last_read)].entry.content;
  if (const auto* part = std::get_if<model::MarkPartEntry>(&last)) {
    worker.doubted.emplace(part->place, part->nonce);
  } else if (const auto* objection =
                 std::get_if<model::ObjectionEntry>(&last)) {
    worker.doubted.emplace(objection->place, objection->nonce);
  }
  // Without a mark that it can load, it keeps its state, right or wrong.
  if (error.what.find("keeps its state") != std::string::npos) {
    ++report_.kept_states;
    if (broken_ == Broken::kStopsWithoutMark) OnStop(id, error);
    worker.wrong_since = std::exchange(worker.wrong_before, std::nullopt);
  } else if (worker.wrong_since) {
    ++report_.healed;
    worker.wrong_before = std::exchange(worker.wrong_since, std::nullopt);
  }
  if (worker.has_joined) EndAssignment(id);
}

/// A worker may stop only if it has no state, and finds none in the log because
/// an operator has trimmed it too far, or because the three marks that each
/// trim keeps are bad.
void Fleet::OnStop(size_t id, const LogError& error) {
  const bool has_state =
      workers_[id].has_joined &&
      workers_[id].reader->follower.next_offset() >= log_.first;
  const bool has_bad_log =
      log_.CountBadMarks() >= 3 ||
      (short_log_ != ShortLog::kNever && short_log_ != ShortLog::kMayBe);
  if (!has_state && has_bad_log &&
      !log_.CanBeStartedFrom(workers_[id].reader->client.opened_end)) {
    ++report_.refused_starts;
  } else {
    Found(Harm::kStopped, error.what);
  }
}

/// The worker is going to read an entry of another worker wrongly, as if its
/// memory was damaged.
void Fleet::Misread(size_t id) {
  Worker& worker = workers_[id];
  if (worker.reader->client.is_starting) return;
  worker.reader->client.misreads = [&worker, this](LogRecord& record) {
    auto* print = std::get_if<model::FingerprintEntry>(&record.entry.content);
    if (print == nullptr || worker.LaneOf(print->assignment) != nullptr) {
      return false;
    }
    if (worker.wrong_since) return true;
    const uint64_t kind = random_.Below(3);
    if (kind == 0) {
      record.time_ms += 1 + static_cast<int64_t>(random_.Below(5000));
    } else if (kind == 1) {
      ++print->record_id.low;
    } else {
      record.entry.content = model::UnknownEntry{};
    }
    worker.wrong_since = record.offset + 1;
    ++report_.wrong_states;
    return true;
  };
}

bool Fleet::HasReadAll(const Worker& worker) const {
  return worker.is_up && worker.reader->follower.ready() &&
         worker.reader->follower.next_offset() == log_.end();
}

void Fleet::OnOwn(size_t id, const model::LogEntry& entry,
                  const Applied& applied) {
  Worker& worker = workers_[id];
  if (const auto* claim = std::get_if<model::ClaimEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(claim->assignment);
    if (lane != nullptr) OnClaim(id, *lane, applied.effect);
  } else if (const auto* print =
                 std::get_if<model::FingerprintEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(print->assignment);
    if (lane != nullptr) OnDecision(id, *lane, print->delivery, applied);
  } else if (const auto* retract =
                 std::get_if<model::RetractEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(retract->assignment);
    if (lane != nullptr) {
      OnRetract(id, *lane, retract->delivery, applied.effect);
    }
  }
}

/// A claim below the committed offset may be a late one of a fenced worker.
void Fleet::OnClaim(size_t id, Lane& lane, Effect effect) {
  if (effect != Effect::kApplied) {
    const bool is_excused = workers_[id].wrong_since.has_value();
    if ((IsCurrent(id) && !is_excused) ||
        broken_ == Broken::kStopsWhenRewound) {
      Found(Harm::kStopped, "a false alarm of a rewind");
    }
    return EndAssignment(id);
  }
  if (lane.state != Lane::State::kToReadClaim) return;
  lane.state = broken_ == Broken::kClaimNotConfirmed ? Lane::State::kReady
                                                     : Lane::State::kToConfirm;
}

void Fleet::OnDecision(size_t id, Lane& lane, const model::Delivery& delivery,
                       const Applied& applied) {
  if (applied.effect == Effect::kFenced) return EndAssignment(id);
  // It was appended again.
  if (applied.effect == Effect::kOtherVersion) return;
  const bool is_excused = workers_[id].wrong_since.has_value();
  if (applied.effect != Effect::kDecided &&
      applied.effect != Effect::kRepeated) {
    if (is_excused) return EndAssignment(id);
    return Found(Harm::kStopped, "its own entry decides nothing");
  }
  for (Work& work : lane.works) {
    for (ItemWork& item : work.items) {
      if (item.delivery != delivery || item.state != State::kAppended) continue;
      item.state = State::kDecided;
      item.is_excused = is_excused;
      item.decision = applied.decision;
      item.log_offset = applied.log_offset;
    }
  }
}

void Fleet::OnRetract(size_t id, Lane& lane, const model::Delivery& delivery,
                      Effect effect) {
  if (broken_ == Broken::kRetractNotAwaited) return;
  if (effect == Effect::kFenced) return EndAssignment(id);
  if (effect != Effect::kApplied) {
    if (workers_[id].wrong_since) return EndAssignment(id);
    return Found(Harm::kStopped, "its own retract changes nothing");
  }
  for (Work& work : lane.works) {
    work.withdrawn.erase(delivery);
    for (ItemWork& item : work.items) {
      if (item.delivery == delivery && item.state == State::kRetracting) {
        item.state = State::kDeadLetter;
      }
    }
  }
}

void Fleet::Advance(size_t id, Lane& lane) {
  switch (lane.state) {
    case Lane::State::kToFetch:
      if (!Fetch(lane)) return;
      Append(workers_[id],
             model::ClaimEntry{.partition = lane.partition,
                               .assignment = lane.assignment,
                               .next_offset = lane.next,
                               .accept_rewind = log_.has_adopted_wrong_mark});
      if (random_.OneIn(8)) Pause(id);
      lane.state = broken_ == Broken::kClaimNotAwaited
                       ? Lane::State::kReady
                       : Lane::State::kToReadClaim;
      return;
    case Lane::State::kToReadClaim:
      return;
    case Lane::State::kToConfirm:
      if (!IsCurrent(id)) return EndAssignment(id);
      lane.state = Lane::State::kReady;
      return;
    case Lane::State::kReady:
      Process(workers_[id], lane);
  }
}

/// Entries of an earlier version that are not read yet will have no effect.
void Fleet::FollowVersion(Worker& worker) {
  const uint16_t version = VersionInForce(worker);
  if (std::exchange(worker.print_version, version) == version) return;
  if (broken_ == Broken::kAppendsNothingAgain) return;
  for (Lane& lane : worker.lanes) {
    for (Work& work : lane.works) {
      for (ItemWork& item : work.items) {
        if (item.state != State::kAppended) continue;
        item.entry.fingerprint.version = version;
        Append(worker, item.entry);
        ++report_.appended_again;
      }
    }
  }
}

void Fleet::Process(Worker& worker, Lane& lane) {
  const auto& messages = input_[lane.partition];
  if (lane.works.size() == kMostWorks ||
      lane.next == arrived_[lane.partition]) {
    return;
  }
  Work work{.offset = lane.next++,
            .is_excused = worker.wrong_since.has_value(),
            .items = {},
            .withdrawn = {}};
  auto not_found = worker.reader->client.disguise.Pending(
      worker.reader->follower.index(), lane.partition, work.offset);
  std::vector<model::FingerprintEntry> entries;
  const Message& message = messages[work.offset];
  for (size_t i = 0; i < message.size(); ++i) {
    const Item& item = message[i];
    const Extracted& extracted = item.by_version.at(worker.version);
    if (!extracted.found) continue;
    const uint64_t place = static_cast<uint64_t>(lane.partition) << 16 |
                           static_cast<uint64_t>(work.offset) << 8 | i;
    ItemWork& done = work.items.emplace_back();
    done.delivery = {.partition = lane.partition,
                     .offset = work.offset,
                     .item = static_cast<int32_t>(i),
                     .digest = {0, place}};
    done.record = HashOfNumber(place);
    done.story = item.story;
    done.refused = extracted.refused;
    stories_[done.record] = item.story;
    if (extracted.rejected) {
      done.state = State::kDeadLetter;
      continue;
    }
    std::erase(not_found, done.delivery);
    auto& entry = entries.emplace_back();
    entry = {.delivery = done.delivery,
             .assignment = lane.assignment,
             .committed_offset = lane.committed,
             .input_time_ms = -1,
             .record_id = done.record,
             .fingerprint = PrintOfVariant(item.story, extracted.variant)};
    entry.fingerprint.article = HashOfNumber(item.article);
    if (broken_ != Broken::kWritesNewestVersion) {
      entry.fingerprint.version = VersionInForce(worker);
    }
    done.entry = entry;
  }
  if (broken_ == Broken::kKeepsItemsNotFound) not_found.clear();
  for (const model::Delivery& delivery : not_found) {
    Append(worker, model::RetractEntry{delivery, lane.assignment});
    if (broken_ != Broken::kRetractNotAwaited) work.withdrawn.insert(delivery);
  }
  for (const auto& entry : entries) Append(worker, entry);
  lane.works.push_back(std::move(work));
}

/// Begins a transaction with finished work.
void Fleet::Publish(size_t id, Lane& lane) {
  Worker& worker = workers_[id];
  Transaction transaction{.worker = id,
                          .assignment = lane.assignment,
                          .partition = lane.partition,
                          .next = lane.committed,
                          .works = {}};
  const auto most = 1 + random_.Below(kMostWorks);
  for (Work& work : lane.works) {
    if (!work.IsFinished()) {
      if (broken_ == Broken::kOutOfOrder) continue;
      break;
    }
    if (RetractRefused(worker, lane, work)) break;
    transaction.works.push_back(work);
    transaction.next = std::max(transaction.next, work.offset + 1);
    if (transaction.works.size() == most) break;
  }
  if (transaction.works.empty()) return;
  const bool is_taken = broken_ == Broken::kCommitsUnfenced
                            ? members_.contains(id)
                            : IsCurrent(id);
  if (!is_taken) return EndAssignment(id);
  transactions_.push_back(std::move(transaction));
}

/// Retracts items that the broker refuses. Returns whether the work has to wait
/// for the retracts.
bool Fleet::RetractRefused(Worker& worker, const Lane& lane, Work& work) {
  bool waits = false;
  for (ItemWork& item : work.items) {
    if (!item.refused || item.state != State::kDecided ||
        model::IsDuplicate(item.decision.relation)) {
      continue;
    }
    Append(worker, model::RetractEntry{item.delivery, lane.assignment});
    waits = broken_ != Broken::kRetractNotAwaited;
    item.state = waits ? State::kRetracting : State::kDeadLetter;
  }
  return waits;
}

}  // namespace newsmill::pipeline::fleet
