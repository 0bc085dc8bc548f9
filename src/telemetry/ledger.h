// The books: what became of each item that entered the pipeline.
//
//   input = articles + duplicates + dead letters + abandoned + in flight
//
// Each thread keeps books of its own, in two parts: what entered, and what
// left. Every change keeps both sides of the equation equal within one part,
// so the sum over all parts balances in whatever order they are read. What has
// left is read first: an item has entered before it leaves, so none is seen to
// leave that was not seen to enter, and what is in flight is never negative.
#pragma once

#include <cstddef>
#include <cstdint>

#include "newsmill/pipeline/observer.h"
#include "per_thread.h"
#include "together.h"

namespace newsmill::telemetry {

/// At one moment.
struct Books {
  int64_t input = 0;
  pipeline::ItemCounts committed;
  int64_t abandoned[pipeline::kAbandonCauseCount] = {};
  int64_t in_flight = 0;  // counted in and out by itself, not a remainder

  int64_t conservation_error() const;
};

/// Thread-safe; a writer never waits.
class Ledger {
 public:
  void Enter(int64_t items);
  /// `items` left the pipeline, as these.
  void Commit(const pipeline::ItemCounts& counts, int64_t items);
  void Abandon(int64_t items, pipeline::AbandonCause cause);

  Books Read() const;

 private:
  enum Entered : size_t { kInput, kArrivals, kEnteredSize };
  enum Left : size_t {
    kDepartures,
    kRelations,
    kReasons = kRelations + model::kRelationCount,
    kCauses = kReasons + model::kReasonCount,
    kLeftSize = kCauses + pipeline::kAbandonCauseCount,
  };
  struct Pages {
    Together<kEnteredSize> entered;
    Together<kLeftSize> left;
  };
  PerThread<Pages> pages_;
};

}  // namespace newsmill::telemetry
