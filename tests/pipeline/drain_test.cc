// A drain commits what is in flight, and gives up in time.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <expected>
#include <functional>
#include <latch>
#include <span>
#include <thread>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

TEST(DrainTest, DrainCommitsWhatIsInFlightAndReturns) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 40));
  worker.source.HoldOpen();
  worker.options.commit_interval = std::chrono::hours(1);
  worker.options.drain_timeout = std::chrono::hours(1);
  std::latch seen(40);
  worker.process = [&](const model::RawMessage& message) {
    seen.count_down();
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, worker.sink, worker.log));
  std::expected<void, Error> result;
  std::jthread running([&] { result = pipeline.Run(); });
  seen.wait();

  pipeline.RequestDrain();
  running.join();

  EXPECT_TRUE(result);
  EXPECT_EQ(broker.output().size(), 40U);
}

TEST(DrainTest, DrainWaitsForTheMessageUnderWay) {
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 1));
  source.HoldOpen();
  worker.options.drain_timeout = std::chrono::hours(1);
  Pipeline* drained = nullptr;
  worker.process = [&](const model::RawMessage& message) {
    drained->RequestDrain();
    source.WaitForPolls(3);
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, worker.log));
  drained = &pipeline;

  EXPECT_TRUE(pipeline.Run());

  EXPECT_EQ(broker.output().size(), 1U);
}

TEST(DrainTest, DrainGivesUpSoonAfterItsTimeOutWhileNothingCanBeCommitted) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 5));
  worker.source.HoldOpen();
  worker.options.drain_timeout = milliseconds(50);
  std::latch seen(1);
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 8) seen.count_down();
    return ProcessText(message);
  };
  FaultySink down(worker.sink, [](int call) {
    return call > 2 ? FaultySink::Fault::kBefore : FaultySink::Fault::kNone;
  });
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, down, worker.log));
  std::expected<void, Error> result;
  std::jthread running([&] { result = pipeline.Run(); });
  seen.wait();

  const auto begun_at = std::chrono::steady_clock::now();
  pipeline.RequestDrain();
  running.join();
  const auto took = std::chrono::steady_clock::now() - begun_at;

  EXPECT_TRUE(result);
  EXPECT_TRUE(broker.output().empty());
  EXPECT_GE(took, worker.options.drain_timeout);
  EXPECT_LT(took, worker.options.drain_timeout + std::chrono::seconds(5));
}

/// No offset can be fetched, and each attempt takes long: until it is
/// interrupted, as librdkafka's calls are.
class UnreachableSink : public FakeSink {
 public:
  using FakeSink::FakeSink;
  std::expected<std::vector<CommittedPosition>, PublishError> FetchProgress(
      std::span<const int32_t>) override {
    asked_ = true;
    asked_.notify_all();
    interrupted_.wait(false);
    return std::unexpected(
        PublishError{.failure = PublishFailure::kRetry, .what = "no leader"});
  }
  void Interrupt() override {
    interrupted_ = true;
    interrupted_.notify_all();
  }
  void WaitUntilAsked() { asked_.wait(false); }

 private:
  std::atomic<bool> asked_ = false;
  std::atomic<bool> interrupted_ = false;
};

/// Runs a worker until it asks for offsets, lets `meanwhile` happen, and
/// drains.
std::expected<void, Error> DrainWhileAsking(
    const std::function<void(Worker&)>& meanwhile) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 5));
  UnreachableSink sink(broker);
  worker.options.drain_timeout = std::chrono::hours(1);
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, sink, worker.log));
  std::expected<void, Error> result;
  std::jthread running([&] { result = pipeline.Run(); });
  sink.WaitUntilAsked();
  meanwhile(worker);
  pipeline.RequestDrain();
  running.join();
  return result;
}

TEST(DrainTest, DrainInterruptsASinkThatCannotFetchOffsets) {
  EXPECT_TRUE(DrainWhileAsking([](Worker&) {}));
}

TEST(DrainTest, DrainInterruptsASinkThatStillAsksForALostAssignment) {
  EXPECT_TRUE(DrainWhileAsking(
      [](Worker& worker) { worker.source.Revoke(/*lost=*/true); }));
}

}  // namespace
}  // namespace newsmill::pipeline
