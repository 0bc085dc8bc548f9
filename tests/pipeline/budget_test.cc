// What is in flight stays within the byte budget, and nothing stalls.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

TEST(BudgetTest, ALargeMessagePassesASmallBudget) {
  FakeBroker broker;
  auto messages = Messages(1, 20);
  messages[0].value = "p0o0" + std::string(1'000'000, 'x');
  Worker worker(broker, messages);
  worker.options.max_in_flight_bytes = 8'000;

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(broker.output().size(), 20U);
}

/// Tells when the pipeline has messages and asks for no more.
class FullSource : public FakeSource {
 public:
  using FakeSource::FakeSource;
  SourceEvent Poll(bool want_messages, milliseconds timeout) override {
    if (given_ && !want_messages && !full_.test_and_set()) full_.notify_all();
    SourceEvent event = FakeSource::Poll(want_messages, timeout);
    given_ = given_ || std::holds_alternative<model::RawMessage>(event);
    return event;
  }
  void WaitUntilFull() const { full_.wait(false); }

 private:
  bool given_ = false;  // the intake thread alone looks
  std::atomic_flag full_;
};

TEST(BudgetTest, AdmitsNoMoreThanTheBudgetHolds) {
  FakeBroker broker;
  Worker worker(broker, {});
  FullSource source(broker, Messages(2, 300));
  worker.options.threads = 1;
  worker.options.max_in_flight_bytes = 40'000;
  int64_t admitted = 0;
  worker.process = [&](const model::RawMessage& message) {
    if (admitted == 0) {
      source.WaitUntilFull();
      admitted = worker.observer.admitted_bytes;
    }
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, worker.log));

  ASSERT_TRUE(pipeline.Run());

  EXPECT_GT(admitted, 30'000);
  EXPECT_LE(admitted, 40'000);
  EXPECT_EQ(broker.output().size(), 600U);
}

TEST(BudgetTest, WhatAMessageBecameCountsForTheBudget) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 2));
  worker.options.max_in_flight_bytes = 40'000;
  worker.options.commit_interval = std::chrono::hours(1);
  worker.process = [](const model::RawMessage& message) {
    std::vector<Outcome> outcomes = ProcessText(message);
    auto& record = std::get<output::PreparedRecord>(outcomes[0].content);
    record.head += std::string(60'000, ' ');
    return outcomes;
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(worker.observer.transactions, 2);  // each is due by its size
}

}  // namespace
}  // namespace newsmill::pipeline
