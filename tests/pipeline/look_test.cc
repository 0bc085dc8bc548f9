// What a running pipeline shows of itself.

#include <gtest/gtest.h>

#include <latch>
#include <string>
#include <thread>

#include "pulse.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::hours;

TEST(PulseTest, IsSilentFromItsLastBeatOnWhileItWorks) {
  Pulse pulse;
  const auto now = Pulse::Clock::now();
  EXPECT_EQ(pulse.silence(now + hours(1)).count(), 0) << "it rests";

  const auto beat = pulse.Beat();
  EXPECT_EQ(pulse.silence(beat + hours(1)), hours(1));

  pulse.Rest();
  EXPECT_EQ(pulse.silence(now + hours(1)).count(), 0);
}

TEST(PulseTest, CountsTheTimeFromWorkToRest) {
  Pulse pulse;
  const auto begun = pulse.Beat();
  const auto later = pulse.Beat();
  EXPECT_EQ(pulse.busy(), later - begun);

  pulse.Rest();
  const auto busy = pulse.busy();
  EXPECT_GE(busy, later - begun);
  pulse.Beat();
  EXPECT_EQ(pulse.busy(), busy) << "rest is no work";
}

TEST(LookTest, ShowsWhatWaitsAndWhatIsCharged) {
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

  Look look = pipeline.LookAt(Pulse::Clock::now());

  looked.count_down();
  running.join();
  EXPECT_EQ(look.stage(Stage::kExtract).waiting, 19U);
  EXPECT_EQ(look.stage(Stage::kExtract).threads, 1);
  EXPECT_GT(look.in_flight_bytes, 20 * 2048);
  EXPECT_EQ(look.in_flight_limit_bytes, worker.options.max_in_flight_bytes);
  EXPECT_EQ(look.stalled, "");
  EXPECT_EQ(pipeline.LookAt(Pulse::Clock::now()).in_flight_bytes, 0);
}

/// Looks while the first message is with `stage`, as if `later`.
std::string StalledWhile(Stage stage, std::chrono::seconds later) {
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

  std::string stalled(pipeline.LookAt(Pulse::Clock::now() + later).stalled);
  looked.count_down();
  return stalled;
}

TEST(LookTest, NamesTheThreadThatDoesNotComeBack) {
  using std::chrono::seconds;
  EXPECT_EQ(StalledWhile(Stage::kExtract, seconds(30)), "");
  EXPECT_EQ(StalledWhile(Stage::kExtract, seconds(90)), "extract");
  EXPECT_EQ(StalledWhile(Stage::kPublish, seconds(30)), "")
      << "brokers may be away";
  EXPECT_EQ(StalledWhile(Stage::kPublish, seconds(400)), "publish");
}

TEST(LookTest, ShowsThatAMessageWaitsForRoom) {
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

  const bool held = pipeline.LookAt(Pulse::Clock::now()).input_held;

  looked.count_down();
  running.join();
  EXPECT_TRUE(held);
  EXPECT_FALSE(pipeline.LookAt(Pulse::Clock::now()).input_held);
}

}  // namespace
}  // namespace newsmill::pipeline
