// What a running pipeline shows of itself.

#include <gtest/gtest.h>

#include <chrono>
#include <latch>
#include <string>
#include <string_view>
#include <thread>

#include "heartbeat.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::hours;

TEST(HeartbeatTest, IsSilentFromItsLastBeatOnWhileItWorks) {
  Heartbeat heartbeat;
  const auto now = Heartbeat::Clock::now();
  EXPECT_EQ(heartbeat.silence(now + hours(1)).count(), 0) << "it rests";

  const auto beat = heartbeat.Beat();
  EXPECT_EQ(heartbeat.silence(beat + hours(1)), hours(1));

  heartbeat.Rest();
  EXPECT_EQ(heartbeat.silence(now + hours(1)).count(), 0);
}

TEST(HeartbeatTest, CountsTheTimeFromWorkToRest) {
  Heartbeat heartbeat;
  const auto begun = heartbeat.Beat();
  const auto later = heartbeat.Beat();
  EXPECT_EQ(heartbeat.busy(), later - begun);

  heartbeat.Rest();
  const auto busy = heartbeat.busy();
  EXPECT_GE(busy, later - begun);
  heartbeat.Beat();
  EXPECT_EQ(heartbeat.busy(), busy) << "rest is no work";
}

TEST(SnapshotTest, ShowsWhatWaitsAndWhatIsCharged) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 20));
  worker.options.threads = 1;
  std::latch inside(1);
  std::latch looked(1);
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 0) {
      inside.count_down();
      looked.wait();
    }
    return ProcessText(message);
  };
  OpenlyRevokedSource source(broker, Messages(1, 20));
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, worker.log));
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  inside.wait();
  source.WaitForPolls(30);  // all are admitted

  Snapshot snapshot = pipeline.SnapshotAt(Heartbeat::Clock::now());

  looked.count_down();
  running.join();
  EXPECT_EQ(snapshot.stage(Stage::kExtract).waiting, 19U);
  EXPECT_EQ(snapshot.stage(Stage::kExtract).threads, 1);
  EXPECT_GT(snapshot.in_flight_bytes, 20 * 2048);
  EXPECT_EQ(snapshot.in_flight_limit_bytes, worker.options.max_in_flight_bytes);
  EXPECT_EQ(snapshot.stalled, "");
  EXPECT_EQ(pipeline.SnapshotAt(Heartbeat::Clock::now()).in_flight_bytes, 0);
}

/// Looks while the first message is with `stage`, as if `later`. The other
/// threads may still work at first. Looks again until they rest and the result
/// is `expected`, for at most 30 s.
std::string StalledWhile(Stage stage, std::chrono::seconds later,
                         std::string_view expected) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 1));
  std::latch inside(1);
  std::latch looked(1);
  const auto hang = [&] {
    inside.count_down();
    looked.wait();
  };
  worker.process = [&](const model::RawMessage& message) {
    if (stage == Stage::kExtract) hang();
    return ProcessText(message);
  };
  FaultySink sink(worker.sink, [&, publishes = 0](int) mutable {
    // Recover, fetch, confirm; then the commit of the message.
    if (stage == Stage::kPublish && publishes++ == 3) hang();
    return FaultySink::Fault::kNone;
  });
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, sink, worker.log));
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  inside.wait();

  const auto deadline = Heartbeat::Clock::now() + std::chrono::seconds(30);
  std::string_view stalled;
  do {
    std::this_thread::yield();
    stalled = pipeline.SnapshotAt(Heartbeat::Clock::now() + later).stalled;
  } while (stalled != expected && Heartbeat::Clock::now() < deadline);
  looked.count_down();
  return std::string(stalled);
}

TEST(SnapshotTest, NamesTheThreadThatDoesNotComeBack) {
  const auto expect = [](Stage stage, int seconds, std::string_view stalled) {
    EXPECT_EQ(StalledWhile(stage, std::chrono::seconds(seconds), stalled),
              stalled);
  };
  expect(Stage::kExtract, 30, "");
  expect(Stage::kExtract, 90, "extract");
  expect(Stage::kPublish, 30, "");  // brokers may be unreachable
  expect(Stage::kPublish, 400, "publish");
}

TEST(SnapshotTest, ShowsThatAMessageWaitsForRoom) {
  FakeBroker broker;
  Worker worker(broker, {});
  worker.options.max_in_flight_bytes = 3000;  // one message
  OpenlyRevokedSource source(broker, Messages(1, 2));
  std::latch inside(1);
  std::latch looked(1);
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 0) {
      inside.count_down();
      looked.wait();
    }
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, worker.log));
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  inside.wait();
  source.WaitForPolls(5);

  const bool held = pipeline.SnapshotAt(Heartbeat::Clock::now()).input_held;

  looked.count_down();
  running.join();
  EXPECT_TRUE(held);
  EXPECT_FALSE(pipeline.SnapshotAt(Heartbeat::Clock::now()).input_held);
}

}  // namespace
}  // namespace newsmill::pipeline
