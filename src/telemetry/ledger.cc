#include "ledger.h"

namespace newsmill::telemetry {

int64_t Books::conservation_error() const {
  int64_t error = input - in_flight;
  for (const int64_t count : committed.relation) error -= count;
  for (const int64_t count : committed.reason) error -= count;
  for (const int64_t count : abandoned) error -= count;
  return error;
}

void Ledger::Enter(int64_t items) {
  pages_.Mine().entered.Apply([&](auto add) {
    add(kInput, items);
    add(kArrivals, items);
  });
}

void Ledger::Commit(const pipeline::ItemCounts& counts, int64_t items) {
  pages_.Mine().left.Apply([&](auto add) {
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
  pages_.Mine().left.Apply([&](auto add) {
    add(kDepartures, items);
    add(kCauses + static_cast<size_t>(cause), items);
  });
}

Books Ledger::Read() const {
  Books books;
  pages_.ForEach([&](const Pages& pages) {
    const auto left = pages.left.Read();
    books.in_flight -= left[kDepartures];
    for (size_t i = 0; i < model::kRelationCount; ++i) {
      books.committed.relation[i] += left[kRelations + i];
    }
    for (size_t i = 0; i < model::kReasonCount; ++i) {
      books.committed.reason[i] += left[kReasons + i];
    }
    for (size_t i = 0; i < pipeline::kAbandonCauseCount; ++i) {
      books.abandoned[i] += left[kCauses + i];
    }
  });
  pages_.ForEach([&](const Pages& pages) {
    const auto entered = pages.entered.Read();
    books.input += entered[kInput];
    books.in_flight += entered[kArrivals];
  });
  return books;
}

}  // namespace newsmill::telemetry
