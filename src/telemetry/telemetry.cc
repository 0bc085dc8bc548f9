#include "newsmill/telemetry/telemetry.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "state.h"

namespace newsmill::telemetry {

using pipeline::Stage;

namespace {

/// A worker that fails to publish for that long is not ready.
constexpr std::chrono::seconds kPublishingMayFailFor{60};

}  // namespace

Telemetry::Telemetry(About about)
    : state_(std::make_unique<State>(std::move(about))) {}
Telemetry::~Telemetry() = default;

// -------------------------------------------------------------- the state

double Telemetry::State::UnixSeconds() {
  const std::chrono::duration<double> now =
      std::chrono::system_clock::now().time_since_epoch();
  return now.count();
}

int64_t Telemetry::State::UnixMilliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

pipeline::Look Telemetry::State::LookNow() const {
  const MutexLock lock(look_mutex);
  return look ? look() : pipeline::Look();
}

// --------------------------------------------------------------- looking

void Telemetry::Watch(std::function<pipeline::Look()> look) {
  const MutexLock lock(state_->look_mutex);
  if (look) state_->readiness.Advance(Readiness::Phase::kCatchingUp);
  state_->look = std::move(look);
}

Health Telemetry::Live() const {
  const pipeline::Look look = state_->LookNow();
  if (look.stalled.empty()) return {.fine = true, .why = "alive"};
  return {.fine = false,
          .why = fmt::format("the {} thread works and does not come back",
                             look.stalled)};
}

Health Telemetry::Ready() const {
  const Readiness::Phase phase = state_->readiness.phase();
  Health health{.fine = phase == Readiness::Phase::kReady,
                .why = std::string(Describe(phase))};
  if (phase == Readiness::Phase::kCatchingUp) {
    health.why +=
        fmt::format(", entry {} of {}", state_->log.next_offset.load(),
                    state_->log.end_offset.load());
  }
  if (health.fine && state_->readiness.input_missing()) {
    health = {.fine = false,
              .why = "waiting: the input topic does not exist any more"};
  }
  const auto failing = state_->publishing.failing();
  if (!failing) return health;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
      Publishing::Clock::now() - failing->since);
  if (seconds < kPublishingMayFailFor) return health;
  const std::string why = fmt::format(
      "publishing: no attempt to fetch the committed offsets or to commit has "
      "succeeded for {} s; the last error: {}",
      seconds.count(), failing->last_error);
  return {.fine = false,
          .why = health.fine ? why : fmt::format("{}; {}", health.why, why)};
}

// ----------------------------------------------------------------- items

void Telemetry::ItemsEntered(int64_t items) { state_->ledger.Enter(items); }

void Telemetry::ItemsAbandoned(int64_t items, pipeline::AbandonCause cause) {
  state_->ledger.Abandon(items, cause);
}

void Telemetry::TransactionCommitted(const pipeline::Commit& commit) {
  state_->ledger.Commit(commit.counts, commit.items);
  state_->partitions.OnCommit(commit);
  state_->last_commit.store(State::UnixSeconds());

  const auto now = std::chrono::steady_clock::now();
  const int64_t now_ms = State::UnixMilliseconds();
  Tallies& mine = state_->tallies.Mine();
  StageTallies& publish = state_->MineOf(Stage::kPublish);
  mine.transactions.Add(1);
  mine.commit.Observe(commit.duration);
  publish.items.Add(commit.items);
  for (const pipeline::Commit::Message& message : commit.messages) {
    publish.stayed.Observe(now - message.entered_stage);
    if (message.timestamp_ms < 0) continue;
    mine.end_to_end.Observe(std::chrono::milliseconds(
        std::max<int64_t>(0, now_ms - message.timestamp_ms)));
  }
}

// ---------------------------------------------------- messages and stages

void Telemetry::MessageAdmitted(int64_t bytes, int64_t /*charged*/) {
  Tallies& mine = state_->tallies.Mine();
  mine.messages.Add(1);
  mine.bytes.Add(bytes);
}

void Telemetry::StageEntered(Stage stage, Duration waited) {
  state_->MineOf(stage).waited.Observe(waited);
}

void Telemetry::StageLeft(Stage stage, Duration stayed, int64_t items,
                          int64_t refused) {
  StageTallies& mine = state_->MineOf(stage);
  mine.items.Add(items);
  mine.errors.Add(refused);
  mine.stayed.Observe(stayed);
}

// --------------------------------------------------------------- the log

void Telemetry::IndexReady(int64_t /*log_end*/, int64_t /*texts*/) {
  state_->readiness.Advance(Readiness::Phase::kJoining);
}

void Telemetry::EntryApplied(const model::LogEntry& entry,
                             dedup::Effect effect) {
  Tallies& mine = state_->tallies.Mine();
  mine.entries[entry.content.index()].Add(1);
  mine.effects[static_cast<size_t>(effect)].Add(1);
  const auto* rules = std::get_if<model::RulesEntry>(&entry.content);
  if (rules == nullptr || effect != dedup::Effect::kApplied) return;
  state_->log.rules_max_entries.store(rules->max_entries);
  state_->log.rules_window_ms.store(rules->window_ms);
}

void Telemetry::LogRead(const pipeline::LogPosition& position) {
  LogGauges& log = state_->log;
  const auto set = [](std::atomic<int64_t>& gauge, int64_t value) {
    gauge.store(value, std::memory_order_relaxed);
  };
  set(log.next_offset, position.next_offset);
  set(log.texts, position.texts);
  set(log.bytes, position.bytes);
  set(log.window_ms, position.window_ms);
  set(log.pending_deliveries, position.pending_deliveries);
}

void Telemetry::LogEndSeen(int64_t end_offset) {
  state_->log.end_offset.store(end_offset, std::memory_order_relaxed);
}

// ---------------------------------------------- sessions and transactions

void Telemetry::SessionStarted(std::span<const pipeline::Progress> starts) {
  state_->partitions.Start(starts);
  state_->tallies.Mine()
      .rebalances[static_cast<size_t>(Rebalance::kAssigned)]
      .Add(1);
  state_->readiness.Advance(Readiness::Phase::kReady);
}

void Telemetry::SessionEnded(bool lost) {
  state_->partitions.End();
  const Rebalance how = lost ? Rebalance::kLost : Rebalance::kRevoked;
  state_->tallies.Mine().rebalances[static_cast<size_t>(how)].Add(1);
}

void Telemetry::SessionDeposed() {
  state_->MineOf(Stage::kDecide).errors.Add(1);
}

void Telemetry::PartitionEndsSeen(
    std::span<const pipeline::PartitionEnd> ends) {
  state_->partitions.OnEnds(ends, State::UnixMilliseconds());
}

void Telemetry::TransactionFailed(const pipeline::PublishError& error) {
  Tallies& mine = state_->tallies.Mine();
  mine.failures[static_cast<size_t>(error.failure)].Add(1);
  state_->MineOf(Stage::kPublish).errors.Add(1);
}

void Telemetry::RecoveryFailed(const pipeline::PublishError& error) {
  state_->tallies.Mine()
      .recovery_failures[static_cast<size_t>(error.failure)]
      .Add(1);
}

void Telemetry::PublishingFails(const pipeline::PublishError& last,
                                Duration duration) {
  state_->publishing.Fails(Publishing::Clock::now() - duration, last.what);
}

void Telemetry::PublishingFailsNoMore(Duration /*duration*/) {
  state_->publishing.FailsNoMore();
}

void Telemetry::OffsetsExpired(const model::PartitionRange& lost) {
  state_->expired_offsets.Add(lost);
}

void Telemetry::InputMissing(std::string_view /*what*/) {
  state_->readiness.SetInputMissing(true);
}

void Telemetry::InputFound() { state_->readiness.SetInputMissing(false); }

void Telemetry::DrainStarted() {
  state_->readiness.Advance(Readiness::Phase::kDraining);
}

}  // namespace newsmill::telemetry
