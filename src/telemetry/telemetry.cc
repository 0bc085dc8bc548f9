#include "newsmill/telemetry/telemetry.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "fmt/format.h"
#include "newsmill/base/overloaded.h"
#include "state.h"

namespace newsmill::telemetry {

using pipeline::Stage;

namespace {

/// A worker that has failed to publish for this time is reported as not ready.
constexpr std::chrono::seconds kPublishingMayFailFor{60};

void Count(Counter (&failures)[pipeline::kPublishFailureCount],
           const pipeline::PublishError& error) {
  failures[static_cast<size_t>(error.failure)].Add(1);
}

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

pipeline::Snapshot Telemetry::State::SnapshotNow() const {
  const MutexLock lock(snapshot_mutex);
  return snapshot ? snapshot() : pipeline::Snapshot();
}

// ---------------------------------------------------------------- health

void Telemetry::Watch(std::function<pipeline::Snapshot()> snapshot) {
  const MutexLock lock(state_->snapshot_mutex);
  if (snapshot) state_->readiness.Advance(Readiness::Phase::kCatchingUp);
  state_->snapshot = std::move(snapshot);
}

Health Telemetry::Live() const {
  const pipeline::Snapshot snapshot = state_->SnapshotNow();
  if (snapshot.stalled.empty()) return {.fine = true, .why = "alive"};
  return {.fine = false,
          .why = fmt::format("the {} thread has made no progress for too long",
                             snapshot.stalled)};
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

// ---------------------------------------------------------------- events

void Telemetry::On(const pipeline::Event& event) {
  State& state = *state_;
  std::visit(
      Overloaded{
          [&](const pipeline::ItemsEntered& e) { state.ledger.Enter(e.items); },
          [&](const pipeline::FieldsIgnored& e) {
            ThreadCounters& mine = state.counters.OfThisThread();
            for (size_t i = 0; i < e.fields.counts.size(); ++i) {
              mine.ignored_fields[i].Add(e.fields.counts[i]);
            }
          },
          [&](const pipeline::ItemsAbandoned& e) {
            state.ledger.Abandon(e.items, e.cause);
          },
          [&](const pipeline::TransactionCommitted& e) {
            state.Count(e.commit);
          },
          [&](const pipeline::MessageAdmitted& e) {
            ThreadCounters& mine = state.counters.OfThisThread();
            mine.messages.Add(1);
            mine.bytes.Add(e.bytes);
          },
          [&](const pipeline::StageEntered& e) {
            state.StageOfThisThread(e.stage).waited.Observe(e.waited);
          },
          [&](const pipeline::StageLeft& e) {
            StageCounters& mine = state.StageOfThisThread(e.stage);
            mine.items.Add(e.items);
            mine.errors.Add(e.refused);
            mine.stayed.Observe(e.stayed);
          },
          [&](const pipeline::IndexCaughtUp&) {
            state.readiness.Advance(Readiness::Phase::kJoining);
          },
          [&](const pipeline::EntryApplied& e) {
            state.Count(e.entry, e.effect);
            state.counters.OfThisThread().log_bytes.Add(e.bytes);
          },
          [&](const pipeline::LogRead& e) { state.log.Set(e); },
          [&](const pipeline::LogStartSeen& e) {
            state.log.first_offset.store(e.first_offset,
                                         std::memory_order_relaxed);
          },
          [&](const pipeline::LogEndSeen& e) {
            state.log.end_offset.store(e.end_offset, std::memory_order_relaxed);
          },
          [&](const pipeline::AssignmentStarted& e) {
            state.partitions.Start(e.starts);
            state.Count(Rebalance::kAssigned);
            state.readiness.Advance(Readiness::Phase::kReady);
          },
          [&](const pipeline::AssignmentEnded& e) {
            state.partitions.End();
            state.Count(e.lost ? Rebalance::kLost : Rebalance::kRevoked);
          },
          [&](const pipeline::AssignmentRefuted&) {
            state.StageOfThisThread(Stage::kDecide).errors.Add(1);
          },
          [&](const pipeline::PartitionEndsSeen& e) {
            state.partitions.OnEnds(e.ends, State::UnixMilliseconds());
          },
          [&](const pipeline::TransactionFailed& e) {
            Count(state.counters.OfThisThread().failures, e.error);
            state.StageOfThisThread(Stage::kPublish).errors.Add(1);
          },
          [&](const pipeline::RecoveryFailed& e) {
            Count(state.counters.OfThisThread().recovery_failures, e.error);
          },
          [&](const pipeline::PublishingFails& e) {
            state.publishing.Fails(Publishing::Clock::now() - e.duration,
                                   e.last.what);
          },
          [&](const pipeline::PublishingRecovered&) {
            state.publishing.ClearFailure();
          },
          [&](const pipeline::OffsetsExpired& e) {
            state.expired_offsets.Add(e.range);
          },
          [&](const pipeline::InputMissing&) {
            state.readiness.SetInputMissing(true);
          },
          [&](const pipeline::InputFound&) {
            state.readiness.SetInputMissing(false);
          },
          [&](const pipeline::DrainStarted&) {
            state.readiness.Advance(Readiness::Phase::kDraining);
          },
          [](const pipeline::Notice&) {},  // only for the log
      },
      event);
}

void Telemetry::State::Count(const pipeline::Commit& commit) {
  ledger.Commit(commit.counts, commit.items);
  partitions.OnCommit(commit);
  last_commit.store(UnixSeconds());

  const auto now = std::chrono::steady_clock::now();
  const int64_t now_ms = UnixMilliseconds();
  ThreadCounters& mine = counters.OfThisThread();
  StageCounters& publish = StageOfThisThread(Stage::kPublish);
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

void Telemetry::State::Count(const model::LogEntry& entry,
                             dedup::Effect effect) {
  ThreadCounters& mine = counters.OfThisThread();
  mine.entries[entry.content.index()].Add(1);
  mine.effects[static_cast<size_t>(effect)].Add(1);
}

void Telemetry::State::Count(Rebalance rebalance) {
  counters.OfThisThread().rebalances[static_cast<size_t>(rebalance)].Add(1);
}

void LogGauges::Set(const pipeline::LogRead& read) {
  const auto set = [](std::atomic<int64_t>& gauge, int64_t value) {
    gauge.store(value, std::memory_order_relaxed);
  };
  set(next_offset, read.next_offset);
  set(texts, read.texts);
  set(bytes, read.bytes);
  set(window_ms, read.window_ms);
  set(pending_deliveries, read.pending_deliveries);
  set(live_entries, read.live_entries);
  if (read.rules) {
    set(rules_max_entries, read.rules->max_entries);
    set(rules_window_ms, read.rules->window_ms);
    set(fingerprint_version, read.rules->version);
  }
  set(needed_offset, read.needed_offset);
  set(mark_place, read.mark_place);
  set(mark_time_ms, read.mark_time_ms);
  set(mark_overdue_entries, read.mark_overdue_entries);
  set(wrong_marks, read.wrong_marks);
  set(ignored_mark_parts, read.ignored_mark_parts);
  set(unread_entries, read.unread_entries);
  phase.store(static_cast<int>(read.phase), std::memory_order_relaxed);
}

}  // namespace newsmill::telemetry
