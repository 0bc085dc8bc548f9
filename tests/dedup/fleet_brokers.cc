// The brokers: log, coordinator and transactions.
#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "fleet.h"

namespace newsmill::dedup::fleet {

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
    const auto offset = static_cast<int64_t>(log_.size()) - 1;
    OnOwn(id, entry, worker.reader->Apply(entry, offset, log_.back().time_ms));
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
  const auto offset = static_cast<int64_t>(log_.size());
  const Applied applied = truth_.Apply(entry, offset, time_ms);
  log_.push_back({entry, time_ms, applied});
  ++report_.effects.at(static_cast<size_t>(applied.effect));
  Trace(static_cast<uint64_t>(applied.effect));
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
    for (const ItemWork& item : work.items) {
      if (item.state == State::kDeadLetter) {
        ++report_.dead_letters;
        continue;
      }
      const auto found = decided_.find(item.delivery);
      if (found == decided_.end() || found->second.decision != item.decision ||
          found->second.log_offset != item.log_offset) {
        Found(Harm::kWrongDecision, "not what the log says");
      }
      const model::Relation relation = item.decision.relation;
      ++report_.outcomes.at(static_cast<size_t>(relation));
      if (model::IsDuplicate(relation)) {
        suppressed_.push_back({*item.decision.of, item.log_offset});
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

}  // namespace newsmill::dedup::fleet
