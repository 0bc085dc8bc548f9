// The engine between fakes: sessions, faults, order, drain.

#include "newsmill/pipeline/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <map>
#include <set>
#include <string>
#include <thread>

#include "fmt/format.h"
#include "newsmill/pipeline/local_log.h"
#include "support/fake_broker.h"
#include "support/fake_source.h"

namespace newsmill::pipeline {
namespace {

using std::chrono::milliseconds;
using testing::FakeBroker;
using testing::FakeSink;
using testing::FakeSource;
using testing::FaultySink;
using testing::Published;

std::vector<model::RawMessage> Messages(int partitions, int each) {
  std::vector<model::RawMessage> messages;
  for (int partition = 0; partition < partitions; ++partition) {
    for (int offset = 0; offset < each; ++offset) {
      messages.push_back({.topic = "raw",
                          .partition = partition,
                          .offset = offset * 2,  // offsets have gaps
                          .timestamp_ms = 0,
                          .key = std::nullopt,
                          .value = fmt::format("p{}o{}", partition, offset),
                          .headers = {}});
    }
  }
  return messages;
}

/// The value itself is the record; values with "bad" are rejected.
std::vector<Outcome> ProcessText(const model::RawMessage& message) {
  std::vector<Outcome> outcomes(1);
  const std::string& value = *message.value;
  if (value.find("bad") != std::string::npos) {
    outcomes[0].content = model::Rejection{
        .reason = model::Reason::kNoText, .detail = "bad", .input_id = ""};
  } else {
    outcomes[0].content =
        output::PreparedRecord{.id = value,
                               .article_id = value,
                               .input_id = "",
                               .head = "{\"id\":\"" + value + "\"",
                               .duplicate_head = "{"};
  }
  return outcomes;
}

/// Counts what the observer is told, for the books.
class CountingObserver : public Observer {
 public:
  void ItemsEntered(int64_t items) override { entered += items; }
  void ItemsAbandoned(int64_t items, AbandonCause) override {
    abandoned += items;
  }
  void TransactionCommitted(const ItemCounts& counts, Duration) override {
    for (const int64_t count : counts.relation) published += count;
    for (const int64_t count : counts.reason) published += count;
  }
  std::atomic<int64_t> entered = 0;
  std::atomic<int64_t> abandoned = 0;
  std::atomic<int64_t> published = 0;
};

Options FastOptions() {
  Options options;
  options.threads = 3;
  options.commit_interval = milliseconds(2);
  options.drain_timeout = milliseconds(10'000);
  return options;
}

/// A worker between fakes.
struct Worker {
  explicit Worker(FakeBroker& broker, std::vector<model::RawMessage> messages)
      : source(broker, std::move(messages)), sink(broker) {}

  std::expected<void, Error> Run(Sink& through) {
    Pipeline pipeline(options, dedup::Duplicates::kRoute,
                      {.source = source,
                       .sink = through,
                       .log = log,
                       .observer = observer,
                       .process = process});
    return pipeline.Run();
  }
  std::expected<void, Error> Run() { return Run(sink); }

  Options options = FastOptions();
  ProcessFunction process = ProcessText;
  FakeSource source;
  FakeSink sink;
  LocalLog log;
  CountingObserver observer;
};

std::multiset<std::string> Keys(const std::vector<Published>& output) {
  std::multiset<std::string> keys;
  for (const Published& one : output) keys.insert(one.key);
  return keys;
}

std::multiset<std::string> Values(
    const std::vector<model::RawMessage>& messages) {
  std::multiset<std::string> values;
  for (const model::RawMessage& message : messages) {
    values.insert(*message.value);
  }
  return values;
}

TEST(PipelineTest, PublishesEveryMessageOnceAndCommitsItsOffset) {
  FakeBroker broker;
  Worker worker(broker, Messages(3, 50));

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(3, 50)));
  const std::vector<int32_t> partitions = {0, 1, 2};
  for (const Progress& progress : broker.Fetch(partitions)) {
    EXPECT_EQ(progress.next_offset, 99);
    EXPECT_EQ(progress.note, "");
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
    FaultySink faulty(worker.sink, [&](int call) {
      const int dice = (call * 7 + seed * 13) % 5;
      return dice == 0   ? FaultySink::Fault::kBefore
             : dice == 1 ? FaultySink::Fault::kAfter
                         : FaultySink::Fault::kNone;
    });

    ASSERT_TRUE(worker.Run(faulty));

    EXPECT_EQ(Keys(broker.output()), Values(Messages(2, 10)))
        << "seed " << seed;
  }
}

TEST(PipelineTest, ARevokedAssignmentNeitherLosesNorDoubles) {
  for (const bool lost : {false, true}) {
    FakeBroker broker;
    Worker worker(broker, Messages(2, 300));
    std::atomic<int> processed = 0;
    worker.process = [&](const model::RawMessage& message) {
      const int count = ++processed;
      if (count == 100 || count == 250) worker.source.Revoke(lost);
      return ProcessText(message);
    };

    ASSERT_TRUE(worker.Run());

    EXPECT_EQ(Keys(broker.output()), Values(Messages(2, 300)));
    EXPECT_GE(worker.source.assignments(), 2);
  }
}

TEST(PipelineTest, ADeposedWorkerPublishesNothingAndJoinsAgain) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 100));
  std::atomic<int> processed = 0;
  worker.process = [&](const model::RawMessage& message) {
    // The group moves on without a word to this worker.
    if (++processed == 50) broker.SetGeneration("somebody else's");
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 100)));
  EXPECT_GE(worker.source.assignments(), 2);
}

TEST(PipelineTest, TheBooksBalanceWhateverFails) {
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
    // Calls 0 to 2 begin the session.
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

TEST(PipelineTest, ALargeMessagePassesASmallBudget) {
  FakeBroker broker;
  auto messages = Messages(1, 20);
  messages[0].value = "p0o0" + std::string(1'000'000, 'x');
  Worker worker(broker, messages);
  worker.options.max_in_flight_bytes = 8'000;

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(broker.output().size(), 20U);
}

TEST(PipelineTest, NeverHoldsMoreThanTheBudget) {
  FakeBroker broker;
  Worker worker(broker, Messages(2, 300));
  worker.options.max_in_flight_bytes = 40'000;
  std::atomic<int> in_process = 0;
  std::atomic<int> most = 0;
  worker.process = [&](const model::RawMessage& message) {
    const int now = ++in_process;
    most = std::max(most.load(), now);
    --in_process;
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  // A message costs 2 KiB at least, so twenty fit; three threads work.
  EXPECT_LE(most, 3);
  EXPECT_EQ(broker.output().size(), 600U);
}

TEST(PipelineTest, DrainCommitsWhatIsInFlightAndReturns) {
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
                    {.source = worker.source,
                     .sink = worker.sink,
                     .log = worker.log,
                     .observer = worker.observer,
                     .process = worker.process});
  std::expected<void, Error> result;
  std::jthread running([&] { result = pipeline.Run(); });
  seen.wait();

  pipeline.RequestDrain();
  running.join();

  EXPECT_TRUE(result);
  EXPECT_EQ(broker.output().size(), 40U);
}

TEST(PipelineTest, DrainInTimeThoughTheWorldIsDown) {
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
                    {.source = worker.source,
                     .sink = down,
                     .log = worker.log,
                     .observer = worker.observer,
                     .process = worker.process});
  std::expected<void, Error> result;
  std::jthread running([&] { result = pipeline.Run(); });
  seen.wait();

  pipeline.RequestDrain();
  running.join();

  EXPECT_TRUE(result);
  EXPECT_TRUE(broker.output().empty());
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

// ------------------------------------------------ documents that kill workers

TEST(PipelineTest, AStartIsCountedBesideTheOffset) {
  FakeBroker broker;
  broker.SetProgress({0, 4, "starts=1"});
  Worker worker(broker, Messages(1, 10));
  std::string note_while_running;
  worker.process = [&](const model::RawMessage& message) {
    const std::vector<int32_t> partitions = {0};
    if (message.offset == 4) {
      note_while_running = broker.Fetch(partitions)[0].note;
    }
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(note_while_running, "starts=2");
}

TEST(PipelineTest, AfterThreeStartsMessagesGoAloneEachAfterATrialNote) {
  FakeBroker broker;
  broker.SetProgress({0, 0, "starts=2"});
  Worker worker(broker, Messages(1, 10));
  std::vector<std::string> notes;
  worker.process = [&](const model::RawMessage& message) {
    const std::vector<int32_t> partitions = {0};
    const Progress progress = broker.Fetch(partitions)[0];
    EXPECT_EQ(progress.next_offset, message.offset);
    notes.push_back(progress.note);
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(notes, std::vector<std::string>(10, "trial=1"));
  EXPECT_EQ(broker.output().size(), 10U);
}

TEST(PipelineTest, AMessageThatKilledTwiceAloneIsADeadLetterUnread) {
  FakeBroker broker;
  broker.SetProgress({0, 4, "trial=2"});
  Worker worker(broker, Messages(1, 5));
  std::atomic<bool> read = false;
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4) read = true;
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_FALSE(read);
  ASSERT_EQ(broker.output().size(), 3U);  // offsets 4, 6 and 8
  EXPECT_EQ(model::FindHeader(broker.output()[0].headers, "newsmill-reason"),
            "crashed");
  EXPECT_EQ(broker.output()[0].value, "p0o2");
}

TEST(PipelineTest, RebalancesAloneBlameNobody) {
  FakeBroker broker;
  broker.SetProgress({0, 0, "starts=2"});
  Worker worker(broker, Messages(1, 3));
  std::atomic<int> lost = 0;
  worker.process = [&](const model::RawMessage& message) {
    // The first message goes alone, and each time the assignment is lost.
    if (message.offset == 0 && lost++ < 4) worker.source.Revoke(/*lost=*/true);
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  ASSERT_EQ(broker.output().size(), 3U);
  for (const Published& one : broker.output()) {
    EXPECT_EQ(one.topic, OutputTopic::kArticles);
  }
}

TEST(PipelineTest, ASessionThatEndsInOrderClearsTheCountOfStarts) {
  FakeBroker broker;
  broker.SetProgress({0, 99, "starts=2"});
  Worker worker(broker, Messages(1, 5));

  ASSERT_TRUE(worker.Run());

  const std::vector<int32_t> partitions = {0};
  EXPECT_EQ(broker.Fetch(partitions)[0], (Progress{0, 99, ""}));
}

}  // namespace
}  // namespace newsmill::pipeline
