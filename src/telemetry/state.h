// Defines the state of Telemetry, from which the metrics are read.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>

#include "counters.h"
#include "expired_offsets.h"
#include "ledger.h"
#include "newsmill/base/mutex.h"
#include "newsmill/telemetry/telemetry.h"
#include "partitions.h"
#include "per_thread.h"
#include "publishing.h"
#include "readiness.h"

namespace newsmill::telemetry {

enum class Rebalance : size_t { kAssigned, kRevoked, kLost };
inline constexpr size_t kRebalances = 3;

struct StageCounters {
  Counter items;
  Counter errors;
  HistogramCounter<kStageBounds> waited;
  HistogramCounter<kStageBounds> stayed;
};

/// The counters of one thread.
struct ThreadCounters {
  Counter messages;
  Counter bytes;
  Counter ignored_fields[model::kIgnoredCauseCount];
  StageCounters stages[pipeline::kStageCount];
  Counter entries[model::kEntryKindCount];
  Counter effects[dedup::kEffectCount];
  Counter log_bytes;
  Counter rebalances[kRebalances];
  Counter transactions;
  Counter failures[pipeline::kPublishFailureCount];
  Counter recovery_failures[pipeline::kPublishFailureCount];
  HistogramCounter<kCommitBounds> commit;
  HistogramCounter<kEndToEndBounds> end_to_end;
};

/// Gauges that the decide thread writes. Each gauge is atomic, but a reader may
/// see the new value of one gauge together with the old value of another gauge.
struct LogGauges {
  std::atomic<int64_t> next_offset = 0;
  std::atomic<int64_t> end_offset = 0;
  std::atomic<int64_t> texts = 0;
  std::atomic<int64_t> bytes = 0;
  std::atomic<int64_t> window_ms = 0;
  std::atomic<int64_t> pending_deliveries = 0;
  std::atomic<int64_t> first_offset = 0;
  std::atomic<int64_t> live_entries = 0;
  std::atomic<int64_t> needed_offset = 0;
  std::atomic<int64_t> mark_place = 0;
  std::atomic<int64_t> mark_time_ms = 0;
  std::atomic<int64_t> mark_overdue_entries = 0;
  std::atomic<int64_t> wrong_marks = 0;
  std::atomic<int64_t> ignored_mark_parts = 0;
  std::atomic<int64_t> unread_entries = 0;
  std::atomic<int> phase = -1;  // StartPhase; -1: the log is not open yet
  // Values of the rules in force. They are 0 until the worker has read the
  // first rules from the fingerprint log.
  std::atomic<int64_t> rules_max_entries = 0;
  std::atomic<int64_t> rules_window_ms = 0;
  std::atomic<int64_t> fingerprint_version = 0;

  void Set(const pipeline::LogRead& read);
};

struct Telemetry::State {
  explicit State(About what) : about(std::move(what)) {}

  StageCounters& StageOfThisThread(pipeline::Stage stage) {
    return counters.OfThisThread().stages[static_cast<size_t>(stage)];
  }
  pipeline::Snapshot SnapshotNow() const;
  void Count(const pipeline::Commit& commit);
  void Count(const model::LogEntry& entry, dedup::Effect effect);
  void Count(Rebalance rebalance);

  const About about;
  const double start_time = UnixSeconds();
  Ledger ledger;
  PerThread<ThreadCounters> counters;
  LogGauges log;
  Partitions partitions;
  ExpiredOffsets expired_offsets;
  Publishing publishing;
  Readiness readiness;
  std::atomic<double> last_commit = 0;  // Unix time

  mutable Mutex snapshot_mutex;
  std::function<pipeline::Snapshot()> snapshot GUARDED_BY(snapshot_mutex);

  static double UnixSeconds();
  static int64_t UnixMilliseconds();
};

}  // namespace newsmill::telemetry
