// The brokers: log, coordinator and transactions.
#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include "fleet.h"
#include "newsmill/output/log_entry.h"
#include "newsmill/output/mark.h"

namespace newsmill::pipeline::fleet {

namespace {
using State = ItemWork::State;
}  // namespace

void Fleet::Deliver(Producer& producer) {
  if (producer.outbox.empty()) return;
  if (producer.stalls > 0) {
    --producer.stalls;
    return;
  }
  const model::LogEntry entry = producer.outbox.front();
  producer.outbox.pop_front();
  AppendToLog(entry);
  if (broken_ != Broken::kDecidesOnAck) return;
  for (size_t id = 0; id < workers_.size(); ++id) {
    Worker& worker = workers_[id];
    if (!worker.is_up || &producers_[worker.producer] != &producer ||
        !std::holds_alternative<model::FingerprintEntry>(entry.content)) {
      continue;
    }
    worker.reader->client.reads_next = log_.end() - 1;
    Read(id);
  }
}

void Fleet::DeliverAny() {
  const size_t start = Any(producers_);
  for (size_t i = 0; i < producers_.size(); ++i) {
    Producer& producer = producers_[(start + i) % producers_.size()];
    if (!producer.outbox.empty()) return Deliver(producer);
  }
}

void Fleet::AppendToLog(const model::LogEntry& entry) {
  now_ms_ += static_cast<int64_t>(random_.Below(2000));
  const int64_t time_ms = now_ms_ - (random_.OneIn(8) ? 5000 : 0);
  const int64_t offset = log_.end();
  const auto bytes = static_cast<int64_t>(output::EncodeLogEntry(entry).size());
  log_.Append(entry, time_ms, bytes * bytes_factor_);
  const Applied applied = log_.entries.back().truth;
  ++report_.effects.at(static_cast<size_t>(applied.effect));
  Trace(static_cast<uint64_t>(applied.effect));
  if (std::holds_alternative<model::ObjectionEntry>(entry.content)) {
    ++report_.objections;
  }
  const auto* rules = std::get_if<model::RulesEntry>(&entry.content);
  // Several workers may write the same change.
  if (rules != nullptr && offset > 1 && report_.version_changes == 0) {
    ++report_.version_changes;
  }
  if (std::holds_alternative<model::ResetEntry>(entry.content)) DecideAgain();
  NoteDecision(offset);
}

/// A worker has written the newest rules, and was killed before it joined.
void Fleet::ChangeVersion() {
  model::LogEntry entry;
  entry.content = terms_.rules;
  AppendToLog(entry);
}

void Fleet::NoteDecision(int64_t offset) {
  const model::LogEntry& entry =
      log_.entries[static_cast<size_t>(offset)].entry;
  const Applied& applied = log_.entries[static_cast<size_t>(offset)].truth;
  if (applied.effect == Effect::kDecided) {
    const auto& print = std::get<model::FingerprintEntry>(entry.content);
    decided_[print.delivery] = {applied.decision, offset, print.record_id};
    Trace(print.record_id.low);
  }
  const auto* retract = std::get_if<model::RetractEntry>(&entry.content);
  if (retract == nullptr || applied.effect != Effect::kApplied) return;
  const auto found = decided_.find(retract->delivery);
  if (found == decided_.end()) return;
  retracts_[found->second.record] = offset;
  has_retracts_.at(stories_.at(found->second.record)) = true;
  decided_.erase(found);
}

/// A reset has changed the truth from an offset on. What was published before
/// remains.
void Fleet::DecideAgain() {
  ++report_.resets;
  for (int64_t at = log_.decided_again_from; at + 1 < log_.end(); ++at) {
    const auto& content = log_.entries[static_cast<size_t>(at)].entry.content;
    const auto* print = std::get_if<model::FingerprintEntry>(&content);
    const auto* retract = std::get_if<model::RetractEntry>(&content);
    if (print == nullptr && retract == nullptr) continue;
    const model::Delivery& delivery =
        print != nullptr ? print->delivery : retract->delivery;
    if (counted_[delivery.partition][delivery.offset] == 0) NoteDecision(at);
  }
}

/// An operator deletes texts of the newest marks, but not the entries after the
/// place of the newest one.
void Fleet::TrimByHand() {
  const WrittenMark* newest = log_.MarkForReset(log_.first);
  if (newest == nullptr || newest->mark.place <= log_.first) return;
  const auto most = static_cast<uint64_t>(newest->mark.place - log_.first);
  const int64_t before =
      log_.first + 1 + static_cast<int64_t>(random_.Below(most));
  log_.TrimTo(before);
  short_log_ = ShortLog::kIsShort;
}

/// The operator stops all workers. Entries that they wrote may arrive later.
void Fleet::StopAll() {
  short_log_ = ShortLog::kStopped;
  for (size_t i = transactions_.size(); i-- > 0;) {
    if (!transactions_[i].is_ending) transactions_[i].is_orphan = true;
    FinishTransaction(i);
  }
  for (size_t id = 0; id < workers_.size(); ++id) {
    if (broken_ == Broken::kOthersRunOn && id != 0) continue;
    if (workers_[id].is_up) Crash(id);
    members_.erase(id);
  }
  Start(0);
}

/// The broker deletes entries some time after it was asked to, or never.
void Fleet::TrimAny() {
  if (log_.trims.empty()) return;
  const size_t i = Any(log_.trims);
  if (!random_.OneIn(4)) {
    const int64_t first = log_.first;
    log_.TrimTo(log_.trims[i]);
    report_.trimmed += log_.first - first;
  }
  log_.trims.erase(log_.trims.begin() + static_cast<int64_t>(i));
}

/// A part of no mark, or of a mark that exists.
void Fleet::AppendGarbage() {
  const int64_t spacing = terms_.place_spacing;
  const auto places = static_cast<uint64_t>(log_.end() / spacing + 2);
  model::MarkPartEntry part{
      .place = static_cast<int64_t>(random_.Below(places)) * spacing,
      .nonce = random_.Below(4),
      .number = static_cast<uint32_t>(random_.Below(3)),
      .count = static_cast<uint32_t>(1 + random_.Below(3)),
      .digest = HashOfNumber(random_.Below(2)),
      .hash = HashOfNumber(random_.Below(2)),
      .bytes = std::vector<uint8_t>(1 + random_.Below(9))};
  if (!log_.marks.empty() && random_.OneIn(2)) {
    const auto& [key, written] =
        *std::next(log_.marks.begin(), static_cast<int64_t>(Any(log_.marks)));
    part.place = key.first;
    part.nonce = key.second;
    if (random_.OneIn(2)) part.digest = written.mark.digest;
  }
  model::LogEntry entry;
  entry.content = std::move(part);
  AppendToLog(entry);
}

/// Writes a mark again with other contents: one that cannot be loaded, or one
/// that describes another state.
void Fleet::AppendForeignMark() {
  if (log_.marks.empty()) return;
  model::Mark mark = std::prev(log_.marks.end())->second.mark;
  Damage(random_, mark);
  if (random_.OneIn(2) && !FixDigest(log_, mark)) return;
  const uint64_t nonce = 1'000'000 + random_.Below(1'000'000);
  auto parts = output::PartsOf(mark, nonce, 100 + random_.Below(400));
  log_.marks[{mark.place, nonce}] = {
      .mark = mark, .original = mark, .hash = parts.front().hash};
  for (auto& part : parts) {
    model::LogEntry entry;
    entry.content = std::move(part);
    AppendToLog(entry);
  }
}

/// Members learn of the new assignment later, each in its own time.
void Fleet::Rebalance() {
  ++generation_;
  const std::vector<size_t> ids(members_.begin(), members_.end());
  for (const size_t id : ids) workers_[id].mail = {generation_, {}};
  if (ids.empty()) return;
  for (size_t p = 0; p < input_.size(); ++p) {
    workers_[ids[Any(ids)]].mail->partitions.push_back(static_cast<int32_t>(p));
  }
}

void Fleet::Expel(size_t id) {
  if (members_.erase(id) != 0) Rebalance();
}

/// Returns whether the coordinator accepts offsets of the worker.
bool Fleet::IsCurrent(size_t id) const {
  return members_.contains(id) && workers_[id].generation == generation_;
}

/// Returns false while an open transaction may still change the offset.
bool Fleet::Fetch(Lane& lane) const {
  const bool is_stable =
      std::ranges::find(transactions_, lane.partition,
                        &Transaction::partition) == transactions_.end();
  if (!is_stable && broken_ != Broken::kFetchesUnstable) return false;
  lane.committed = committed_[lane.partition];
  lane.next = lane.committed;
  return true;
}

void Fleet::FinishTransaction(size_t number) {
  if (!transactions_[number].is_ending && !transactions_[number].is_orphan) {
    return;
  }
  const Transaction transaction = std::move(transactions_[number]);
  transactions_.erase(transactions_.begin() + static_cast<int64_t>(number));
  if (transaction.is_ending) Commit(transaction);
}

/// Returns the open transaction of the worker. Ignores transactions that a
/// crashed worker left.
Transaction* Fleet::TransactionOf(size_t id) {
  const auto found = std::ranges::find_if(transactions_, [id](const auto& t) {
    return t.worker == id && !t.is_orphan;
  });
  return found == transactions_.end() ? nullptr : &*found;
}

void Fleet::Commit(const Transaction& transaction) {
  int64_t& committed = committed_[transaction.partition];
  committed = broken_ == Broken::kOutOfOrder
                  ? std::max(committed, transaction.next)
                  : transaction.next;
  Trace(static_cast<uint64_t>(committed));
  for (const Work& work : transaction.works) {
    ++counted_[transaction.partition][work.offset];
    if (work.is_excused) {
      // The worker may not know which items were decided before.
      for (const Item& item : input_[transaction.partition][work.offset]) {
        is_excused_.at(item.story) = true;
      }
    }
    for (const ItemWork& item : work.items) {
      if (item.state == State::kDeadLetter) {
        ++report_.dead_letters;
        continue;
      }
      const auto found = decided_.find(item.delivery);
      const bool is_right = found != decided_.end() &&
                            found->second.decision == item.decision &&
                            found->second.log_offset == item.log_offset;
      if (!is_right && (item.is_excused || log_.has_adopted_wrong_mark)) {
        // The accounts of this story cannot be right.
        is_excused_.at(item.story) = true;
        continue;
      }
      if (!is_right) {
        Found(Harm::kWrongDecision, "not what the log says");
      }
      const model::Relation relation = item.decision.relation;
      ++report_.outcomes.at(static_cast<size_t>(relation));
      if (model::IsDuplicate(relation)) {
        suppressed_.push_back(
            {*item.decision.of, item.record, item.log_offset});
      } else {
        published_.insert(item.record);
      }
      if (relation == model::Relation::kOriginal) ++originals_.at(item.story);
    }
  }
  Lane* lane = workers_[transaction.worker].LaneOf(transaction.assignment);
  if (lane == nullptr) return;  // the assignment has ended meanwhile
  lane->committed = committed;
  for (const Work& work : transaction.works) {
    std::erase_if(lane->works,
                  [&](const Work& w) { return w.offset == work.offset; });
  }
}

}  // namespace newsmill::pipeline::fleet
