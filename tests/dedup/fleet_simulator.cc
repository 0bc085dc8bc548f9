#include "fleet_simulator.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fleet_parts.h"
#include "fmt/format.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

using State = ItemWork::State;

class Fleet {
 public:
  Fleet(uint64_t seed, Broken broken);
  FleetReport Run();

 private:
  static constexpr int kSteps = 1500;
  static constexpr int kRoundsToDrain = 60;
  static constexpr size_t kMostWorks = 4;

  // The brokers.
  void Deliver(Producer& producer);
  void DeliverAny();
  void AppendToLog(const model::LogEntry& entry);
  void Rebalance();
  void Expel(size_t id);
  bool IsCurrent(size_t id) const;
  bool Fetch(Lane& lane) const;
  void Commit(Transaction transaction);
  void FinishTransaction(size_t number);

  // The workers.
  void Start(size_t id);
  void Crash(size_t id);
  void Pause(size_t id);
  void Join(size_t id);
  void EndSession(size_t id);
  void DropTransaction(size_t id, bool by_crash);
  void Hear(size_t id);
  void Read(size_t id);
  void OnOwn(size_t id, const model::LogEntry& entry, const Applied& applied);
  void OnClaim(size_t id, Lane& lane, Effect effect);
  void OnDecision(size_t id, Lane& lane, const model::Delivery& delivery,
                  const Applied& applied);
  void OnRetract(size_t id, Lane& lane, const model::Delivery& delivery,
                 Effect effect);
  void Advance(size_t id, Lane& lane);
  void Process(Worker& worker, Lane& lane);
  void Publish(size_t id, Lane& lane);
  bool RetractRefused(Worker& worker, const Lane& lane, Work& work);
  template <typename Content>
  void Append(const Worker& worker, const Content& content);

  // What happens.
  void StepWorker(size_t id);
  void StepFault();
  void DrainRound();
  bool IsDrained() const;
  void CheckBooks();
  void Found(Harm harm, std::string_view what);
  void Trace(uint64_t event) {
    report_.trace = Scramble(report_.trace ^ event);
  }
  template <typename Container>
  size_t Any(const Container& container) {
    return random_.Below(container.size());
  }

  Broken broken_;
  Random random_;
  FleetReport report_;
  bool is_bounded_ = false;  // a short window, which forgets originals
  uint64_t faults_in_ = 1;

  std::vector<std::vector<Message>> input_;  // by partition and offset
  std::vector<int64_t> arrived_;
  std::vector<int64_t> committed_;
  int64_t generation_ = 0;
  std::set<size_t> members_;
  std::vector<Transaction> transactions_;  // open ones
  std::vector<Producer> producers_;
  std::vector<Worker> workers_;
  model::SessionKey sessions_ = 0;

  std::vector<Logged> log_;
  int64_t now_ms_ = 0;
  Reader truth_;

  // The books.
  struct Decided {
    model::Decision decision;
    int64_t log_offset = -1;
    model::Hash128 record;
  };
  struct Suppressed {
    model::Hash128 of;
    int64_t log_offset = -1;
  };
  std::map<model::Delivery, Decided> decided_;  // and not retracted
  std::map<model::Hash128, int64_t> retracts_;  // the last one's offset
  std::map<model::Hash128, uint32_t> stories_;  // of records
  std::vector<std::vector<int>> counted_;       // by partition and offset
  std::set<model::Hash128> published_;
  std::vector<Suppressed> suppressed_;
  std::array<int, kStories> originals_{};
  std::array<bool, kStories> has_retracts_{};
};

Fleet::Fleet(uint64_t seed, Broken broken)
    : broken_(broken),
      random_(seed),
      truth_(broken == Broken::kRemembersOnlyOriginals ? Broken::kNothing
                                                       : broken) {
  input_.resize(2 + random_.Below(2));
  arrived_.resize(input_.size());
  committed_.resize(input_.size());
  for (auto& partition : input_) {
    partition.resize(4 + random_.Below(5));
    for (Message& message : partition) {
      for (auto n = 1 + random_.Below(3); n > 0; --n) {
        message.push_back(RandomItem(random_));
      }
    }
    counted_.emplace_back(partition.size());
  }
  workers_.resize(2 + random_.Below(2));
  faults_in_ = std::array{2, 4, 10}.at(random_.Below(3));
  is_bounded_ = random_.OneIn(3);

  model::LogEntry entry;
  entry.content =
      model::GenesisEntry{.log_id = {1, 2}, .group = "g", .outputs = {}};
  AppendToLog(entry);
  model::RulesEntry rules;
  rules.window_ms = is_bounded_ && random_.OneIn(2) ? 30'000 : 100'000'000;
  rules.max_entries = is_bounded_ ? 2 + random_.Below(5) : 1000;
  rules.max_step_ms = 600'000;
  entry.content = rules;
  AppendToLog(entry);
}

// ------------------------------------------------------------- the brokers

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

/// Nobody is waited for: the members hear of it when they hear of it.
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

/// What the coordinator checks before it takes offsets.
bool Fleet::IsCurrent(size_t id) const {
  return members_.contains(id) && workers_[id].generation == generation_;
}

/// Waits while the offset may still change by a transaction that was begun.
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
  Transaction transaction = std::move(transactions_[number]);
  transactions_.erase(transactions_.begin() + static_cast<int64_t>(number));
  if (transaction.is_ending) Commit(std::move(transaction));
}

void Fleet::Commit(Transaction transaction) {
  int64_t& committed = committed_[transaction.partition];
  committed = broken_ == Broken::kOutOfOrder
                  ? std::max(committed, transaction.next)
                  : transaction.next;
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
  Lane* lane = workers_[transaction.worker].LaneOf(transaction.session);
  if (lane == nullptr) return;  // the session has ended meanwhile
  lane->committed = committed;
  for (const Work& work : transaction.works) {
    std::erase_if(lane->works,
                  [&](const Work& w) { return w.offset == work.offset; });
  }
}

// ------------------------------------------------------------- the workers

template <typename Content>
void Fleet::Append(const Worker& worker, const Content& content) {
  model::LogEntry entry;
  entry.content = content;
  producers_[worker.producer].outbox.push_back(std::move(entry));
}

void Fleet::Start(size_t id) {
  Worker& worker = workers_[id];
  members_.erase(id);
  worker = Worker{};
  worker.is_up = true;
  worker.version = random_.Below(kVersions);
  worker.producer = producers_.size();
  producers_.emplace_back();
  worker.reader = std::make_unique<Reader>(broken_);
  if (broken_ == Broken::kStartsInTheMiddle) {
    const size_t start = random_.Below(log_.size());
    for (; worker.read < start; ++worker.read) {
      const Logged& logged = log_[worker.read];
      if (logged.truth.effect != Effect::kApplied) continue;
      worker.reader->Apply(logged.entry, static_cast<int64_t>(worker.read),
                           logged.time_ms);
    }
  }
  Join(id);
}

/// What it wrote may come later, or never.
void Fleet::Crash(size_t id) {
  ++report_.crashes;
  DropTransaction(id, true);
  auto& outbox = producers_[workers_[id].producer].outbox;
  outbox.resize(random_.Below(outbox.size() + 1));
  workers_[id] = Worker{};
  if (random_.OneIn(2)) Expel(id);
}

/// What it wrote is held up, too, and the others may go on without it. When it
/// wakes up, it first does other things than to listen.
void Fleet::Pause(size_t id) {
  workers_[id].is_paused_for = random_.Below(60);
  workers_[id].is_deaf_for = random_.Below(10);
  producers_[workers_[id].producer].stalls = random_.Below(60);
  if (random_.OneIn(2)) Expel(id);
}

void Fleet::Join(size_t id) {
  members_.insert(id);
  Rebalance();
}

void Fleet::EndSession(size_t id) {
  DropTransaction(id, false);
  workers_[id].lanes.clear();
  workers_[id].generation = -1;
  Join(id);
}

/// One whose commit is on its way is not stopped by that.
void Fleet::DropTransaction(size_t id, bool by_crash) {
  for (size_t i = transactions_.size(); i-- > 0;) {
    Transaction& transaction = transactions_[i];
    if (transaction.worker != id || transaction.is_ending) continue;
    transaction.is_orphan = true;
    if (!by_crash) FinishTransaction(i);
  }
}

/// What the coordinator has to say. Outcomes of the session before are dropped.
void Fleet::Hear(size_t id) {
  Worker& worker = workers_[id];
  if (worker.is_deaf_for > 0) {
    --worker.is_deaf_for;
    return;
  }
  if (!members_.contains(id)) return EndSession(id);
  if (!worker.mail) return;
  DropTransaction(id, false);
  worker.generation = worker.mail->generation;
  worker.lanes.clear();
  for (const int32_t partition : worker.mail->partitions) {
    worker.lanes.push_back({.partition = partition,
                            .session = ++sessions_,
                            .state = Lane::State::kToFetch,
                            .committed = 0,
                            .next = 0,
                            .works = {}});
  }
  worker.mail.reset();
}

void Fleet::Read(size_t id) {
  Worker& worker = workers_[id];
  if (worker.read == log_.size()) return;
  const auto offset = static_cast<int64_t>(worker.read++);
  const Logged& logged = log_[offset];
  const Applied applied =
      worker.reader->Apply(logged.entry, offset, logged.time_ms);
  const auto decides = [](const Applied& a) {
    return a.effect == Effect::kDecided || a.effect == Effect::kRepeated;
  };
  if (decides(applied) != decides(logged.truth) ||
      applied.decision != logged.truth.decision ||
      applied.log_offset != logged.truth.log_offset) {
    Found(Harm::kDecisionsDiffer, fmt::format("at offset {}", offset));
  }
  OnOwn(id, logged.entry, applied);
}

void Fleet::OnOwn(size_t id, const model::LogEntry& entry,
                  const Applied& applied) {
  Worker& worker = workers_[id];
  if (const auto* claim = std::get_if<model::ClaimEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(claim->session);
    if (lane != nullptr) OnClaim(id, *lane, applied.effect);
  } else if (const auto* print =
                 std::get_if<model::FingerprintEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(print->session);
    if (lane != nullptr) OnDecision(id, *lane, print->delivery, applied);
  } else if (const auto* retract =
                 std::get_if<model::RetractEntry>(&entry.content)) {
    Lane* lane = worker.LaneOf(retract->session);
    if (lane != nullptr) {
      OnRetract(id, *lane, retract->delivery, applied.effect);
    }
  }
}

/// A claim that goes back behind what was committed may be a deposed worker's,
/// which came late.
void Fleet::OnClaim(size_t id, Lane& lane, Effect effect) {
  if (effect != Effect::kApplied) {
    if (IsCurrent(id)) Found(Harm::kStopped, "a false alarm of a rewind");
    return EndSession(id);
  }
  if (lane.state != Lane::State::kToReadClaim) return;
  lane.state = broken_ == Broken::kClaimNotConfirmed ? Lane::State::kReady
                                                     : Lane::State::kToConfirm;
}

void Fleet::OnDecision(size_t id, Lane& lane, const model::Delivery& delivery,
                       const Applied& applied) {
  if (applied.effect == Effect::kFenced) return EndSession(id);
  if (applied.effect != Effect::kDecided &&
      applied.effect != Effect::kRepeated) {
    return Found(Harm::kStopped, "its own entry decides nothing");
  }
  for (Work& work : lane.works) {
    for (ItemWork& item : work.items) {
      if (item.delivery != delivery || item.state != State::kAppended) continue;
      item.state = State::kDecided;
      item.decision = applied.decision;
      item.log_offset = applied.log_offset;
    }
  }
}

void Fleet::OnRetract(size_t id, Lane& lane, const model::Delivery& delivery,
                      Effect effect) {
  if (broken_ == Broken::kRetractNotAwaited) return;
  if (effect == Effect::kFenced) return EndSession(id);
  if (effect != Effect::kApplied) {
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
      Append(workers_[id], model::ClaimEntry{.partition = lane.partition,
                                             .session = lane.session,
                                             .next_offset = lane.next,
                                             .accept_rewind = false});
      if (random_.OneIn(8)) Pause(id);
      lane.state = broken_ == Broken::kClaimNotAwaited
                       ? Lane::State::kReady
                       : Lane::State::kToReadClaim;
      return;
    case Lane::State::kToReadClaim:
      return;
    case Lane::State::kToConfirm:
      if (!IsCurrent(id)) return EndSession(id);
      lane.state = Lane::State::kReady;
      return;
    case Lane::State::kReady:
      Process(workers_[id], lane);
  }
}

void Fleet::Process(Worker& worker, Lane& lane) {
  const auto& messages = input_[lane.partition];
  if (lane.works.size() == kMostWorks ||
      lane.next == arrived_[lane.partition]) {
    return;
  }
  Work work{.offset = lane.next++, .items = {}, .withdrawn = {}};
  auto not_found = worker.reader->Pending(lane.partition, work.offset);
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
             .session = lane.session,
             .committed_offset = lane.committed,
             .input_time_ms = -1,
             .record_id = done.record,
             .fingerprint = PrintOfVariant(item.story, extracted.variant)};
    entry.fingerprint.article = HashOfNumber(item.article);
  }
  if (broken_ == Broken::kKeepsItemsNotFound) not_found.clear();
  for (const model::Delivery& delivery : not_found) {
    Append(worker, model::RetractEntry{delivery, lane.session});
    if (broken_ != Broken::kRetractNotAwaited) work.withdrawn.insert(delivery);
  }
  for (const auto& entry : entries) Append(worker, entry);
  lane.works.push_back(std::move(work));
}

/// Begins a transaction with the works that are finished.
void Fleet::Publish(size_t id, Lane& lane) {
  Worker& worker = workers_[id];
  Transaction transaction{.worker = id,
                          .session = lane.session,
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
  if (!is_taken) return EndSession(id);
  transactions_.push_back(std::move(transaction));
}

/// Whether the work has to wait for that.
bool Fleet::RetractRefused(Worker& worker, const Lane& lane, Work& work) {
  bool waits = false;
  for (ItemWork& item : work.items) {
    if (!item.refused || item.state != State::kDecided ||
        model::IsDuplicate(item.decision.relation)) {
      continue;
    }
    Append(worker, model::RetractEntry{item.delivery, lane.session});
    waits = broken_ != Broken::kRetractNotAwaited;
    item.state = waits ? State::kRetracting : State::kDeadLetter;
  }
  return waits;
}

// ------------------------------------------------------------ what happens

void Fleet::StepWorker(size_t id) {
  Worker& worker = workers_[id];
  if (!worker.is_up) return;
  if (worker.is_paused_for > 0) {
    --worker.is_paused_for;
    return;
  }
  const uint64_t kind = random_.Below(10);
  if (kind == 0) return Hear(id);
  if (kind < 5) {
    for (auto n = random_.Below(20); n > 0; --n) Read(id);
    return;
  }
  const auto own = std::ranges::find(transactions_, id, &Transaction::worker);
  if (own != transactions_.end() && !own->is_ending) {
    if (random_.OneIn(6)) return DropTransaction(id, false);  // to try again
    own->is_ending = true;
    return;
  }
  if (worker.lanes.empty()) return;
  Lane& lane = worker.lanes[Any(worker.lanes)];
  if (kind < 8) return Advance(id, lane);
  if (own == transactions_.end() && lane.state == Lane::State::kReady) {
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
  const uint64_t kind = random_.Below(8);
  if (kind == 0) return Crash(id);
  if (kind < 3) return Expel(id);
  if (kind == 3) return Pause(id);
  if (kind < 6) {
    worker.is_deaf_for = random_.Below(20);
  } else {
    producers_[worker.producer].stalls = random_.Below(40);
  }
}

void Fleet::DrainRound() {
  for (size_t p = 0; p < input_.size(); ++p)
    arrived_[p] = std::ssize(input_[p]);
  for (Producer& producer : producers_) {
    producer.stalls = 0;
    while (!producer.outbox.empty()) Deliver(producer);
  }
  for (size_t i = transactions_.size(); i-- > 0;) {
    if (!transactions_[i].is_orphan) transactions_[i].is_ending = true;
    FinishTransaction(i);
  }
  for (size_t id = 0; id < workers_.size(); ++id) {
    Worker& worker = workers_[id];
    worker.is_deaf_for = 0;
    if (!worker.is_up) Start(id);
    Hear(id);
    while (worker.read < log_.size()) Read(id);
    for (size_t i = 0; i < worker.lanes.size(); ++i) {
      Advance(id, worker.lanes[i]);
      if (i < worker.lanes.size() &&
          worker.lanes[i].state == Lane::State::kReady &&
          std::ranges::find(transactions_, id, &Transaction::worker) ==
              transactions_.end()) {
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
           return worker.read == log_.size() && !worker.mail;
         });
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
        !published_.contains(decided.record)) {
      Found(Harm::kLostArticle,
            fmt::format("the text of partition {}, offset {}, item {} is "
                        "remembered, but nobody publishes it",
                        delivery.partition, delivery.offset, delivery.item));
    }
  }
  std::array<bool, kStories> is_suppressed{};
  for (const Suppressed& copy : suppressed_) {
    const auto retract = retracts_.find(copy.of);
    is_suppressed.at(stories_.at(copy.of)) = true;
    if (!published_.contains(copy.of) &&
        (retract == retracts_.end() || retract->second < copy.log_offset)) {
      Found(Harm::kLostArticle,
            fmt::format("suppressed at log offset {} for what is not published",
                        copy.log_offset));
    }
  }
  for (uint32_t story = 0; story < kStories && !is_bounded_; ++story) {
    const int originals = originals_.at(story);
    if (originals > 1) {
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
  if (IsDrained()) {
    CheckBooks();
  } else {
    Found(Harm::kDoesNotDrain, "");
  }
  return report_;
}

}  // namespace

FleetReport SimulateFleet(uint64_t seed, Broken broken) {
  return Fleet(seed, broken).Run();
}

}  // namespace newsmill::dedup
