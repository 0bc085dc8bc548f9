#include "fleet_simulator.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "fleet.h"
#include "fmt/format.h"

namespace newsmill::pipeline {
namespace fleet {

Fleet::Fleet(uint64_t seed, Broken broken)
    : broken_(broken), random_(seed), log_(broken) {
  input_.resize(2 + random_.Below(2));
  arrived_.resize(input_.size());
  committed_.resize(input_.size());
  for (auto& partition : input_) {
    partition.resize(4 + random_.Below(random_.OneIn(2) ? 5 : 10));
    for (Message& message : partition) {
      for (auto n = 1 + random_.Below(3); n > 0; --n) {
        message.push_back(RandomItem(random_));
      }
    }
    counted_.emplace_back(partition.size());
  }
  workers_.resize(2 + random_.Below(2));
  faults_in_ = std::array{1, 2, 6}.at(random_.Below(3));
  is_bounded_ = random_.OneIn(3);
  has_foreign_parts_ = random_.OneIn(4);
  has_wrong_states_ = random_.OneIn(2);
  if (!has_foreign_parts_ && !BreaksReading(broken) && random_.OneIn(4)) {
    short_log_ = ShortLog::kMayBe;
  }
  bytes_factor_ = std::array{4, 16, 64}.at(random_.Below(3));

  if (!BreaksReading(broken) && Scramble(seed) % 3 == 0) {
    version_until_ = 5 + static_cast<int64_t>(Scramble(~seed) % 120);
  }

  terms_.place_spacing = random_.OneIn(2) ? 8 : 16;
  terms_.write_marks = !BreaksReading(broken);
  terms_.trim = !random_.OneIn(4);
  terms_.genesis = {.log_id = {1, 2}, .group = "g", .outputs = {}};
  model::RulesEntry& rules = terms_.rules;
  rules.window_ms = is_bounded_ && random_.OneIn(2) ? 30'000 : 100'000'000;
  rules.max_entries = is_bounded_ ? 2 + random_.Below(5) : 200;
  rules.max_step_ms = 600'000;
  // A lane is full when it has so many texts.
  if (random_.OneIn(2)) {
    rules.band_candidates = static_cast<int32_t>(1 + random_.Below(3));
  }
  model::LogEntry entry;
  entry.content = terms_.genesis;
  AppendToLog(entry);
  model::RulesEntry first = rules;
  if (version_until_ > 0) first.version = model::kOldestFingerprintVersion;
  entry.content = first;
  AppendToLog(entry);
}

void Fleet::StepWorker(size_t id) {
  Worker& worker = workers_[id];
  if (!worker.is_up) return;
  if (worker.paused_for > 0) {
    --worker.paused_for;
    return;
  }
  const uint64_t kind = random_.Below(10);
  if (kind == 0) return Hear(id);
  if (kind < 5) {
    auto count = random_.Below(20);
    if (worker.reader->client.is_starting) count += 100;
    for (; count > 0 && worker.is_up; --count) Read(id);
    return;
  }
  Transaction* own = TransactionOf(id);
  if (own != nullptr && !own->is_ending) {
    if (random_.OneIn(6)) return DropTransaction(id, false);  // is retried
    own->is_ending = true;
    return;
  }
  if (worker.lanes.empty()) return;
  Lane& lane = worker.lanes[Any(worker.lanes)];
  if (kind < 8) return Advance(id, lane);
  if (own == nullptr && lane.state == Lane::State::kReady) {
    Publish(id, lane);
  }
}

void Fleet::StepFault() {
  const size_t id = Any(workers_);
  Worker& worker = workers_[id];
  if (!worker.is_up) {
    if (random_.OneIn(3)) Start(id);
    return;
  }
  if (!random_.OneIn(faults_in_)) return;
  if (has_foreign_parts_ && random_.OneIn(4)) {
    return random_.OneIn(3) ? AppendForeignMark() : AppendGarbage();
  }
  if (short_log_ == ShortLog::kMayBe && random_.OneIn(8)) return TrimByHand();
  if (short_log_ == ShortLog::kIsShort && random_.OneIn(4)) return StopAll();
  if (has_wrong_states_ && random_.OneIn(4)) {
    if (random_.OneIn(2)) return Misread(id);
    worker.reader->client.damages_next_mark = true;
    return;
  }
  if (IsTimeToChangeVersion() && report_.version_changes == 0) {
    return ChangeVersion();
  }
  const uint64_t kind = random_.Below(8);
  if (kind == 0) return Crash(id);
  if (kind < 3) return Expel(id);
  if (kind == 3) return Pause(id);
  if (kind < 6) {
    worker.deaf_for = random_.Below(20);
  } else {
    producers_[worker.producer].stalls = random_.Below(40);
  }
}

void Fleet::DrainRound() {
  for (size_t p = 0; p < input_.size(); ++p) {
    arrived_[p] = std::ssize(input_[p]);
  }
  for (Producer& producer : producers_) {
    producer.stalls = 0;
    while (!producer.outbox.empty()) Deliver(producer);
  }
  while (!log_.trims.empty()) TrimAny();
  // Nobody can start any more: the operator acts.
  const bool is_stuck = !log_.CanBeStartedFrom(log_.end()) &&
                        !std::ranges::all_of(workers_, &Worker::has_joined);
  if (short_log_ == ShortLog::kIsShort ||
      (is_stuck && short_log_ != ShortLog::kStopped)) {
    StopAll();
  }
  for (size_t i = transactions_.size(); i-- > 0;) {
    if (!transactions_[i].is_orphan) transactions_[i].is_ending = true;
    FinishTransaction(i);
  }
  for (size_t id = 0; id < workers_.size(); ++id) {
    Worker& worker = workers_[id];
    worker.deaf_for = 0;
    if (!worker.is_up) Start(id);
    if (!worker.is_up) continue;
    worker.reader->client.misreads = nullptr;
    worker.reader->client.damages_next_mark = false;
    Hear(id);
    for (int64_t n = kReadsToDrain; n > 0 && !HasReadAll(worker); --n) {
      Read(id);
      if (!worker.is_up) break;
    }
    for (size_t i = 0; i < worker.lanes.size(); ++i) {
      Advance(id, worker.lanes[i]);
      if (i < worker.lanes.size() &&
          worker.lanes[i].state == Lane::State::kReady &&
          TransactionOf(id) == nullptr) {
        Publish(id, worker.lanes[i]);
      }
    }
  }
}

bool Fleet::IsDrained() const {
  for (size_t p = 0; p < input_.size(); ++p) {
    if (committed_[p] < static_cast<int64_t>(input_[p].size())) return false;
  }
  return transactions_.empty() &&
         std::ranges::all_of(producers_,
                             [](const auto& p) { return p.outbox.empty(); }) &&
         std::ranges::all_of(workers_, [this](const Worker& worker) {
           return HasReadAll(worker) && !worker.mail;
         });
}

/// Returns whether the accounts of the record's story cannot be right.
bool Fleet::IsExcused(const model::Hash128& record) const {
  // A record without a story is a wrong decision, which Commit has found.
  const auto story = stories_.find(record);
  return log_.has_adopted_wrong_mark || story == stories_.end() ||
         is_excused_.at(story->second);
}

void Fleet::CheckBooks() {
  for (const auto& partition : counted_) {
    for (const int count : partition) {
      if (count != 1) {
        Found(Harm::kNotCountedOnce, fmt::format("a message {} times", count));
      }
    }
  }
  for (const auto& [delivery, decided] : decided_) {
    if (!model::IsDuplicate(decided.decision.relation) &&
        !IsExcused(decided.record) && !published_.contains(decided.record)) {
      Found(Harm::kLostArticle,
            fmt::format("the text of partition {}, offset {}, item {} is "
                        "remembered, but nobody publishes it",
                        delivery.partition, delivery.offset, delivery.item));
    }
  }
  // After a reset, what was an original before may be a copy.
  std::set<model::Hash128> copies;
  if (report_.resets > 0) {
    for (const Suppressed& copy : suppressed_) copies.insert(copy.record);
  }
  std::array<bool, kStories> is_suppressed{};
  for (const Suppressed& copy : suppressed_) {
    if (IsExcused(copy.of)) continue;
    const auto retract = retracts_.find(copy.of);
    is_suppressed.at(stories_.at(copy.of)) = true;
    if (!published_.contains(copy.of) && !copies.contains(copy.of) &&
        (retract == retracts_.end() || retract->second < copy.log_offset)) {
      Found(Harm::kLostArticle,
            fmt::format("suppressed at log offset {} for what is not published",
                        copy.log_offset));
    }
  }
  for (uint32_t story = 0; story < kStories && !is_bounded_; ++story) {
    if (is_excused_.at(story) || log_.has_adopted_wrong_mark) continue;
    const int originals = originals_.at(story);
    // After each reset, a lost text is published again. After a change of the
    // version, only equal texts and versions of an article are found.
    if (originals > 1 + report_.resets + report_.version_changes) {
      Found(Harm::kTwoOriginals,
            fmt::format("story {} has {} originals", story, originals));
    }
    if (originals == 0 && is_suppressed.at(story) && !has_retracts_.at(story)) {
      Found(Harm::kLostArticle, fmt::format("story {} has no original", story));
    }
  }
}

void Fleet::Found(Harm harm, std::string_view what) {
  report_.harms.try_emplace(harm, what);
}

FleetReport Fleet::Run() {
  for (size_t id = 0; id < workers_.size(); ++id) Start(id);
  for (int step = 0; step < kSteps; ++step) {
    const uint64_t kind = random_.Below(32);
    if (kind < 10) {
      DeliverAny();
      if (kind == 0) TrimAny();
    } else if (kind < 12 && !transactions_.empty()) {
      FinishTransaction(Any(transactions_));
    } else if (kind == 12) {
      StepFault();
    } else if (kind == 13) {
      const size_t p = Any(input_);
      arrived_[p] = std::min(arrived_[p] + 1, std::ssize(input_[p]));
    } else {
      StepWorker(Any(workers_));
    }
  }
  for (int round = 0; round < kRoundsToDrain && !IsDrained(); ++round) {
    DrainRound();
  }
  if (!log_.is_reset_right) {
    Found(Harm::kStatesDiffer, "a reset names a mark that cannot be loaded");
  }
  if (IsDrained()) {
    CheckBooks();
  } else {
    Found(Harm::kDoesNotDrain, "");
  }
  for (const auto& [key, written] : log_.marks) {
    ++(written.is_complete ? report_.complete_marks : report_.incomplete_marks);
  }
  return report_;
}

}  // namespace fleet

std::string_view Name(Harm harm) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "decisions differ", "wrong decision", "not counted once", "two originals",
      "lost article",     "stopped",        "does not drain",   "states differ",
      "not healed",       "trimmed too far"};
  return kNames.at(static_cast<size_t>(harm));
}

FleetReport SimulateFleet(uint64_t seed, Broken broken) {
  return fleet::Fleet(seed, broken).Run();
}

}  // namespace newsmill::pipeline
