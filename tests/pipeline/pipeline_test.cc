// The engine between fakes: order, failed calls, refused records.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <latch>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

TEST(PipelineTest, PublishesEveryMessageOnceAndCommitsItsOffset) {
  FakeBroker broker;
  Worker worker(broker, Messages(3, 50));

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(3, 50)));
  const std::vector<int32_t> partitions = {0, 1, 2};
  for (const Progress& progress : broker.Fetch(partitions)) {
    EXPECT_EQ(progress.next_offset, 99);
    EXPECT_EQ(progress.metadata.starts, 0);
  }
}

TEST(PipelineTest, KeepsTheOrderOfAPartition) {
  FakeBroker broker;
  Worker worker(broker, Messages(2, 200));

  ASSERT_TRUE(worker.Run());

  std::map<char, std::vector<std::string>> by_partition;
  for (const Published& one : broker.output()) {
    by_partition[one.key[1]].push_back(one.key);
  }
  for (int partition = 0; partition < 2; ++partition) {
    std::vector<std::string> expected;
    expected.reserve(200);
    for (int offset = 0; offset < 200; ++offset) {
      expected.push_back(fmt::format("p{}o{}", partition, offset));
    }
    EXPECT_EQ(by_partition[static_cast<char>('0' + partition)], expected);
  }
}

TEST(PipelineTest, ASlowMessageIsNotOvertaken) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 20));
  // Three threads: when the sixth message begins, others are past the first.
  std::latch overtaken(1);
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 0) overtaken.wait();
    if (message.offset == 10) overtaken.count_down();
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  const std::vector<Published> output = broker.output();
  ASSERT_EQ(output.size(), 20U);
  for (size_t i = 0; i < output.size(); ++i) {
    EXPECT_EQ(output[i].key, fmt::format("p0o{}", i));
  }
}

TEST(PipelineTest, ARejectedMessageBecomesADeadLetterWithItsBytes) {
  FakeBroker broker;
  auto messages = Messages(1, 1);
  messages[0].value = "bad\xff";
  messages[0].key = "the key";
  Worker worker(broker, messages);

  ASSERT_TRUE(worker.Run());

  ASSERT_EQ(broker.output().size(), 1U);
  EXPECT_EQ(broker.output()[0].topic, OutputTopic::kDeadLetters);
  EXPECT_EQ(broker.output()[0].key, "the key");
  EXPECT_EQ(broker.output()[0].value, "bad\xff");
  EXPECT_EQ(model::FindHeader(broker.output()[0].headers, "newsmill-reason"),
            "no_text");
}

/// Every call of the sink fails once, in both ways, one after the other run.
TEST(PipelineTest, AnyOneFailedCallNeitherLosesNorDoubles) {
  for (const auto fault :
       {FaultySink::Fault::kBefore, FaultySink::Fault::kAfter}) {
    int calls = 1;
    for (int failing = 0; failing < calls; ++failing) {
      FakeBroker broker;
      Worker worker(broker, Messages(2, 10));
      FaultySink faulty(worker.sink, [&](int call) {
        return call == failing ? fault : FaultySink::Fault::kNone;
      });

      ASSERT_TRUE(worker.Run(faulty));

      EXPECT_EQ(Keys(broker.output()), Values(Messages(2, 10)))
          << "call " << failing << " failed";
      calls = std::min(faulty.calls(), 12);
    }
  }
}

TEST(PipelineTest, ManyFailedCallsNeitherLoseNorDouble) {
  for (int seed = 0; seed < 8; ++seed) {
    FakeBroker broker;
    Worker worker(broker, Messages(2, 10));
    // Dice with a period could meet the engine's own, and fail it for ever.
    std::mt19937 random(static_cast<uint32_t>(seed));
    FaultySink faulty(worker.sink, [&](int /*call*/) {
      const auto dice = random() % 5;
      return dice == 0   ? FaultySink::Fault::kBefore
             : dice == 1 ? FaultySink::Fault::kAfter
                         : FaultySink::Fault::kNone;
    });

    ASSERT_TRUE(worker.Run(faulty));

    EXPECT_EQ(Keys(broker.output()), Values(Messages(2, 10)))
        << "seed " << seed;
  }
}

TEST(PipelineTest, EveryItemIsCountedForAnyFailure) {
  FakeBroker broker;
  Worker worker(broker, Messages(2, 200));
  std::atomic<int> processed = 0;
  worker.process = [&](const model::RawMessage& message) {
    if (++processed == 77) worker.source.Revoke(/*lost=*/true);
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(worker.observer.published, 400);
  EXPECT_EQ(worker.observer.entered,
            worker.observer.published + worker.observer.abandoned);
}

TEST(PipelineTest, ARefusedRecordEndsAsADeadLetterAndTheRestIsPublished) {
  FakeBroker broker;
  broker.RefuseValuesWith("p0o3\"");
  Worker worker(broker, Messages(1, 10));

  ASSERT_TRUE(worker.Run());

  int dead = 0;
  for (const Published& one : broker.output()) {
    if (one.topic != OutputTopic::kDeadLetters) continue;
    ++dead;
    EXPECT_EQ(one.value, "p0o3");
    EXPECT_EQ(model::FindHeader(one.headers, "newsmill-reason"),
              "record_too_large");
  }
  EXPECT_EQ(dead, 1);
  EXPECT_EQ(broker.output().size(), 10U);
}

TEST(PipelineTest, ARefusedRecordDoesNotBreakUpTheRestOfItsBatch) {
  FakeBroker broker;
  broker.RefuseValuesWith("p0o300\"");
  Worker worker(broker, Messages(1, 1000));
  worker.options.commit_interval = std::chrono::hours(1);

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(broker.output().size(), 1000U);
  // The fake names a batch's first message as refused, as a broker may; each
  // split takes that one out.
  EXPECT_LT(broker.transactions(), 400);
}

TEST(PipelineTest, ABatchThatFailsForAWhileStaysOneTransaction) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 500));
  worker.options.commit_interval = std::chrono::hours(1);
  FaultySink faulty(worker.sink, [](int call) {
    // Calls 0 to 2 begin the assignment.
    return call > 2 && call < 9 ? FaultySink::Fault::kBefore
                                : FaultySink::Fault::kNone;
  });

  ASSERT_TRUE(worker.Run(faulty));

  EXPECT_EQ(broker.output().size(), 500U);
  EXPECT_LT(broker.transactions(), 10);
}

TEST(PipelineTest, AMessageThatTheSourceRepeatsIsPublishedOnce) {
  FakeBroker broker;
  auto messages = Messages(1, 20);
  messages.insert(messages.begin() + 5, messages[3]);
  Worker worker(broker, messages);

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 20)));
}

TEST(PipelineTest, ASourceThatFailsStopsTheWorkerThoughTheSinkIsDown) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 5));
  worker.source.HoldOpen();
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 8) worker.source.Fail("not allowed to read");
    return ProcessText(message);
  };
  FaultySink down(worker.sink, [](int call) {
    return call > 2 ? FaultySink::Fault::kBefore : FaultySink::Fault::kNone;
  });

  const auto result = worker.Run(down);

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "not allowed to read");
  EXPECT_EQ(worker.observer.entered, worker.observer.abandoned);
}

TEST(PipelineTest, AnErrorThatNeedsAPersonStopsTheWorker) {
  class StoppingSink : public FakeSink {
   public:
    using FakeSink::FakeSink;
    std::expected<void, PublishError> Publish(const Transaction&) override {
      return std::unexpected(PublishError{.failure = PublishFailure::kStop,
                                          .what = "not allowed"});
    }
  };
  FakeBroker broker;
  Worker worker(broker, Messages(1, 5));
  StoppingSink stopping(broker);

  const auto result = worker.Run(stopping);

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "not allowed");
}

}  // namespace
}  // namespace newsmill::pipeline
