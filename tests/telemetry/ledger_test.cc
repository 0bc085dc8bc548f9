#include "ledger.h"

#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

namespace newsmill::telemetry {
namespace {

pipeline::ItemCounts Originals(int64_t count) {
  pipeline::ItemCounts counts;
  counts.relation[static_cast<size_t>(model::Relation::kOriginal)] = count;
  return counts;
}

TEST(LedgerTest, WhatEntersIsInFlightUntilItLeaves) {
  Ledger ledger;
  ledger.Enter(5);
  ledger.Commit(Originals(2), 2);
  ledger.Abandon(1, pipeline::AbandonCause::kRevoke);

  const ItemTotals totals = ledger.Read();
  EXPECT_EQ(totals.input, 5);
  EXPECT_EQ(totals.in_flight, 2);
  EXPECT_EQ(totals.committed.relation[0], 2);
  EXPECT_EQ(totals.abandoned[1], 1);
  EXPECT_EQ(totals.conservation_error(), 0);
}

TEST(LedgerTest, CountsThatDoNotAddUpAreAnError) {
  Ledger ledger;
  ledger.Enter(3);
  ledger.Commit(Originals(3), 2);

  EXPECT_EQ(ledger.Read().in_flight, 1);
  EXPECT_EQ(ledger.Read().conservation_error(), -1);
}

TEST(LedgerTest, BalancesAtEachReadWhileThreadsWrite) {
  Ledger ledger;
  std::counting_semaphore<> entered(0);
  const auto enter = [&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      ledger.Enter(2);
      entered.release(2);
    }
  };
  const auto commit = [&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      if (entered.try_acquire()) ledger.Commit(Originals(1), 1);
    }
  };
  const auto abandon = [&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      if (entered.try_acquire()) {
        ledger.Abandon(1, pipeline::AbandonCause::kAbort);
      }
    }
  };
  std::vector<std::jthread> threads;
  threads.emplace_back(enter);
  threads.emplace_back(enter);
  threads.emplace_back(commit);
  threads.emplace_back(abandon);

  int64_t last = 0;
  for (ItemTotals totals; totals.input < 1'000'000; totals = ledger.Read()) {
    ASSERT_EQ(totals.conservation_error(), 0);
    ASSERT_GE(totals.in_flight, 0);
    ASSERT_GE(totals.input, last);
    last = totals.input;
  }
  threads.clear();
  const ItemTotals totals = ledger.Read();
  int64_t left = 0;
  while (entered.try_acquire()) ++left;
  EXPECT_EQ(totals.in_flight, left);
}

TEST(LedgerTest, NothingIsSeenToLeaveThatWasNotSeenToEnter) {
  Ledger ledger;
  std::jthread writer([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      ledger.Enter(1);
      ledger.Commit(Originals(1), 1);
    }
  });
  for (ItemTotals totals; totals.input < 2'000'000; totals = ledger.Read()) {
    ASSERT_GE(totals.in_flight, 0);
  }
}

TEST(SeqLockTest, HalfAChangeIsNeverSeen) {
  SeqLock<2> counters;
  for (int64_t round = 1; round <= 100; ++round) {
    std::atomic<bool> reading = false;
    std::jthread reader;
    SeqLock<2>::Values seen{};
    counters.Apply([&](auto add) {
      add(0, 1);
      reader = std::jthread([&] {
        reading = true;
        seen = counters.Read();
      });
      while (!reading) std::this_thread::yield();
      for (int i = 0; i < 100; ++i) std::this_thread::yield();
      add(1, 1);
    });
    reader.join();
    ASSERT_EQ(seen, (SeqLock<2>::Values{round, round}));
  }
}

TEST(LedgerTest, ThreadsThatHaveEndedStayCounted) {
  Ledger ledger;
  for (int i = 0; i < 3; ++i) std::jthread([&] { ledger.Enter(1); }).join();

  EXPECT_EQ(ledger.Read().input, 3);
}

}  // namespace
}  // namespace newsmill::telemetry
