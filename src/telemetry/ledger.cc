#include "ledger.h"

namespace newsmill::telemetry {

int64_t ItemTotals::conservation_error() const {
  int64_t error = input - in_flight;
  for (const int64_t count : committed.relation) error -= count;
  for (const int64_t count : committed.reason) error -= count;
  for (const int64_t count : abandoned) error -= count;
  return error;
}

void Ledger::Enter(int64_t items) {
  threads_.OfThisThread().entered.Apply([&](auto add) {
    add(kInput, items);
    add(kArrivals, items);
  });
}

void Ledger::Commit(const pipeline::ItemCounts& counts, int64_t items) {
  threads_.OfThisThread().left.Apply([&](auto add) {
    add(kDepartures, items);
    for (size_t i = 0; i < model::kRelationCount; ++i) {
      if (counts.relation[i] > 0) add(kRelations + i, counts.relation[i]);
    }
    for (size_t i = 0; i < model::kReasonCount; ++i) {
      if (counts.reason[i] > 0) add(kReasons + i, counts.reason[i]);
    }
  });
}

void Ledger::Abandon(int64_t items, pipeline::AbandonCause cause) {
  threads_.OfThisThread().left.Apply([&](auto add) {
    add(kDepartures, items);
    add(kCauses + static_cast<size_t>(cause), items);
  });
}

ItemTotals Ledger::Read() const {
  ItemTotals totals;
  threads_.ForEach([&](const ThreadItems& items) {
    const auto left = items.left.Read();
    totals.in_flight -= left[kDepartures];
    for (size_t i = 0; i < model::kRelationCount; ++i) {
      totals.committed.relation[i] += left[kRelations + i];
    }
    for (size_t i = 0; i < model::kReasonCount; ++i) {
      totals.committed.reason[i] += left[kReasons + i];
    }
    for (size_t i = 0; i < pipeline::kAbandonCauseCount; ++i) {
      totals.abandoned[i] += left[kCauses + i];
    }
  });
  threads_.ForEach([&](const ThreadItems& items) {
    const auto entered = items.entered.Read();
    totals.input += entered[kInput];
    totals.in_flight += entered[kArrivals];
  });
  return totals;
}

}  // namespace newsmill::telemetry
