// Counts the items that entered the pipeline, and the result of each item that
// left the pipeline.
//
//   input = articles + duplicates + dead letters + abandoned + in flight
//
// Each thread has two groups of counts: one for items that entered, and one for
// items that left. Each update of a group changes both sides of the equation by
// the same number. So the equation is true for each group and for the sum of
// all groups. The order in which the groups are read does not matter for the
// equation. The groups for items that left are read first. An item enters
// before it leaves, so the number in flight is then never negative.
#pragma once

#include <cstddef>
#include <cstdint>

#include "newsmill/pipeline/observer.h"
#include "per_thread.h"
#include "seq_lock.h"

namespace newsmill::telemetry {

/// The sums of the counts of all threads.
struct ItemTotals {
  int64_t input = 0;
  pipeline::ItemCounts committed;
  int64_t abandoned[pipeline::kAbandonCauseCount] = {};
  int64_t in_flight = 0;  // counted separately: entered minus left

  /// Returns the difference between the two sides of the equation at the top of
  /// this file. The difference is 0 unless there is a bug.
  int64_t conservation_error() const;
};

/// Counts items. Thread-safe. A thread that counts never waits.
class Ledger {
 public:
  void Enter(int64_t items);
  /// Counts `items` that have left the pipeline, with the results in `counts`.
  void Commit(const pipeline::ItemCounts& counts, int64_t items);
  void Abandon(int64_t items, pipeline::AbandonCause cause);

  ItemTotals Read() const;

 private:
  enum Entered : size_t { kInput, kArrivals, kEnteredSize };
  enum Left : size_t {
    kDepartures,
    kRelations,
    kReasons = kRelations + model::kRelationCount,
    kCauses = kReasons + model::kReasonCount,
    kLeftSize = kCauses + pipeline::kAbandonCauseCount,
  };
  struct ThreadItems {
    SeqLock<kEnteredSize> entered;
    SeqLock<kLeftSize> left;
  };
  PerThread<ThreadItems> threads_;
};

}  // namespace newsmill::telemetry
