// What Telemetry keeps, for the scrape to read.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>

#include "expired_offsets.h"
#include "ledger.h"
#include "newsmill/base/mutex.h"
#include "newsmill/telemetry/telemetry.h"
#include "partitions.h"
#include "per_thread.h"
#include "publishing.h"
#include "readiness.h"
#include "tally.h"

namespace newsmill::telemetry {

inline constexpr size_t kEntryKinds =
    std::variant_size_v<decltype(model::LogEntry::content)>;

enum class Rebalance : size_t { kAssigned, kRevoked, kLost };
inline constexpr size_t kRebalances = 3;

struct StageTallies {
  Tally items;
  Tally errors;
  HistogramTally<kStageBounds> waited;
  HistogramTally<kStageBounds> stayed;
};

/// One thread's.
struct Tallies {
  Tally messages;
  Tally bytes;
  Tally ignored_fields[model::kIgnoredCauseCount];
  StageTallies stages[pipeline::kStageCount];
  Tally entries[kEntryKinds];
  Tally effects[dedup::kEffectCount];
  Tally rebalances[kRebalances];
  Tally transactions;
  Tally failures[pipeline::kPublishFailureCount];
  Tally recovery_failures[pipeline::kPublishFailureCount];
  HistogramTally<kCommitBounds> commit;
  HistogramTally<kEndToEndBounds> end_to_end;
};

/// Written by the decide thread; each by itself.
struct LogGauges {
  std::atomic<int64_t> next_offset = 0;
  std::atomic<int64_t> end_offset = 0;
  std::atomic<int64_t> texts = 0;
  std::atomic<int64_t> bytes = 0;
  std::atomic<int64_t> window_ms = 0;
  std::atomic<int64_t> pending_deliveries = 0;
  // Of the rules in force; 0 until the first have been read.
  std::atomic<int64_t> rules_max_entries = 0;
  std::atomic<int64_t> rules_window_ms = 0;

  void Set(const pipeline::LogRead& read);
};

struct Telemetry::State {
  explicit State(About what) : about(std::move(what)) {}

  StageTallies& MineOf(pipeline::Stage stage) {
    return tallies.Mine().stages[static_cast<size_t>(stage)];
  }
  pipeline::Look LookNow() const;
  void Count(const pipeline::Commit& commit);
  void Count(const model::LogEntry& entry, dedup::Effect effect);
  void Count(Rebalance rebalance);

  const About about;
  const double start_time = UnixSeconds();
  Ledger ledger;
  PerThread<Tallies> tallies;
  LogGauges log;
  Partitions partitions;
  ExpiredOffsets expired_offsets;
  Publishing publishing;
  Readiness readiness;
  std::atomic<double> last_commit = 0;  // Unix time

  mutable Mutex look_mutex;
  std::function<pipeline::Look()> look GUARDED_BY(look_mutex);

  static double UnixSeconds();
  static int64_t UnixMilliseconds();
};

}  // namespace newsmill::telemetry
