// The engine between fakes: sessions, faults, order, drain.

#include "newsmill/pipeline/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <map>
#include <set>
#include <span>
#include <string>
#include <thread>
#include <variant>

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
  void MessageAdmitted(int64_t bytes) override { admitted_bytes += bytes; }
  void ItemsEntered(int64_t items) override { entered += items; }
  void ItemsAbandoned(int64_t items, AbandonCause) override {
    abandoned += items;
  }
  void TransactionCommitted(const ItemCounts& counts, Duration) override {
    ++transactions;
    for (const int64_t count : counts.relation) published += count;
    for (const int64_t count : counts.reason) published += count;
  }
  std::atomic<int64_t> admitted_bytes = 0;
  std::atomic<int64_t> transactions = 0;
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

/// Says where the assignment is, and counts polls.
class OpenlyRevokedSource : public FakeSource {
 public:
  enum class Assignment { kOpen, kRevoked, kReleased };
  using FakeSource::FakeSource;
  SourceEvent Poll(bool want_messages, milliseconds timeout) override {
    SourceEvent event = FakeSource::Poll(want_messages, timeout);
    if (std::holds_alternative<Revoked>(event)) {
      assignment = Assignment::kRevoked;
    }
    ++polls;
    polls.notify_all();
    return event;
  }
  void Start(std::span<const Progress> starts) override {
    FakeSource::Start(starts);
    assignment = Assignment::kOpen;
    ++starts_;
    starts_.notify_all();
  }
  void Release() override {
    assignment = Assignment::kReleased;
    FakeSource::Release();
  }
  void Close() override {
    FakeSource::Close();
    polls += 1'000;  // nobody waits for more
    polls.notify_all();
  }
  /// Until intake has looked at its notices and come back.
  void WaitForPolls(int count) {
    const int enough = polls + count;
    for (int now = polls; now < enough; now = polls) polls.wait(now);
  }
  /// Until the session of that number, from 1, has begun.
  void WaitForStart(int number) {
    for (int now = starts_; now < number; now = starts_) starts_.wait(now);
  }
  std::atomic<Assignment> assignment = Assignment::kOpen;
  std::atomic<int> polls = 0;

 private:
  std::atomic<int> starts_ = 0;
};

TEST(PipelineTest, ARevokeIsAnsweredAfterWhatWasDecidedIsCommitted) {
  using Assignment = OpenlyRevokedSource::Assignment;
  class PatientSink : public FakeSink {
   public:
    PatientSink(FakeBroker& broker, OpenlyRevokedSource& source)
        : FakeSink(broker), source_(source) {}
    std::expected<void, PublishError> Publish(
        const Transaction& transaction) override {
      if (!transaction.messages.empty() &&
          source_.assignment != Assignment::kOpen) {
        source_.WaitForPolls(3);
        ++late;
        EXPECT_EQ(source_.assignment, Assignment::kRevoked);
      }
      return FakeSink::Publish(transaction);
    }
    int late = 0;

   private:
    OpenlyRevokedSource& source_;
  };
  class CountingLog : public LocalLog {
   public:
    std::expected<void, Error> Append(const model::LogEntry& entry) override {
      ++appended;
      appended.notify_all();
      return LocalLog::Append(entry);
    }
    std::atomic<int> appended = 0;
  };
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 40));
  PatientSink sink(broker, source);
  CountingLog log;
  worker.options.threads = 1;
  worker.options.commit_interval = std::chrono::hours(1);
  std::atomic<bool> revoked = false;
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = source,
                     .sink = sink,
                     .log = log,
                     .observer = worker.observer,
                     .process = [&](const model::RawMessage& message) {
                       if (message.offset == 20 && !revoked.exchange(true)) {
                         // The first nine of these ten are decided then.
                         for (int n = log.appended; n < 10; n = log.appended) {
                           log.appended.wait(n);
                         }
                         source.Revoke(/*lost=*/false);
                       }
                       return ProcessText(message);
                     }});
  source.HoldOpen();
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  source.WaitForStart(2);
  pipeline.RequestDrain();
  running.join();

  EXPECT_EQ(sink.late, 1);
  EXPECT_GE(broker.output().size(), 9U);
}

TEST(PipelineTest, AMessageProcessedAfterItsSessionIsDropped) {
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 10));
  std::atomic<bool> revoked = false;
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = source,
                     .sink = worker.sink,
                     .log = worker.log,
                     .observer = worker.observer,
                     .process = [&](const model::RawMessage& message) {
                       if (message.offset == 4 && !revoked.exchange(true)) {
                         source.Revoke(/*lost=*/false);
                         source.WaitForStart(2);
                       }
                       return ProcessText(message);
                     }});

  ASSERT_TRUE(pipeline.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 10)));
}

TEST(PipelineTest, AMessageDecidedAfterItsSessionIsDropped) {
  class SlowLog : public LocalLog {
   public:
    explicit SlowLog(OpenlyRevokedSource& source) : source_(source) {}
    std::expected<void, Error> Append(const model::LogEntry& entry) override {
      if (entry.delivery.offset == 4 && !std::exchange(revoked_, true)) {
        source_.Revoke(/*lost=*/false);
        source_.WaitForStart(2);
      }
      return LocalLog::Append(entry);
    }

   private:
    OpenlyRevokedSource& source_;
    bool revoked_ = false;
  };
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 10));
  SlowLog log(source);
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = source,
                     .sink = worker.sink,
                     .log = log,
                     .observer = worker.observer,
                     .process = worker.process});

  ASSERT_TRUE(pipeline.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 10)));
}

TEST(PipelineTest, ProgressOfSomebodyElseEndsTheSession) {
  FakeBroker broker;
  Worker worker(broker, Messages(1, 10));
  int published = 0;
  class UnansweredSink : public FakeSink {
   public:
    UnansweredSink(FakeBroker& broker, int& published)
        : FakeSink(broker), broker_(broker), published_(published) {}
    std::expected<void, PublishError> Publish(
        const Transaction& transaction) override {
      if (transaction.messages.empty() || ++published_ > 1) {
        return FakeSink::Publish(transaction);
      }
      // Lost on its way; meanwhile another worker was here.
      broker_.SetProgress({0, 6, ""});
      return std::unexpected(
          PublishError{.failure = PublishFailure::kRetry, .what = "no answer"});
    }

   private:
    FakeBroker& broker_;
    int& published_;
  };
  UnansweredSink sink(broker, published);

  ASSERT_TRUE(worker.Run(sink));

  EXPECT_GE(worker.source.assignments(), 2);
  EXPECT_EQ(Keys(broker.output()),
            (std::multiset<std::string>{"p0o3", "p0o4", "p0o5", "p0o6", "p0o7",
                                        "p0o8", "p0o9"}));
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

TEST(PipelineTest, AdmitsNoMoreThanTheBudgetHolds) {
  FakeBroker broker;
  Worker worker(broker, {});
  FullSource source(broker, Messages(2, 300));
  worker.options.threads = 1;
  worker.options.max_in_flight_bytes = 40'000;
  int64_t admitted = 0;
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = source,
                     .sink = worker.sink,
                     .log = worker.log,
                     .observer = worker.observer,
                     .process = [&](const model::RawMessage& message) {
                       if (admitted == 0) {
                         source.WaitUntilFull();
                         admitted = worker.observer.admitted_bytes;
                       }
                       return ProcessText(message);
                     }});

  ASSERT_TRUE(pipeline.Run());

  EXPECT_GT(admitted, 30'000);
  EXPECT_LE(admitted, 40'000);
  EXPECT_EQ(broker.output().size(), 600U);
}

TEST(PipelineTest, WhatAMessageBecameCountsForTheBudget) {
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

TEST(PipelineTest, DrainWaitsForTheMessageUnderWay) {
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 1));
  source.HoldOpen();
  worker.options.drain_timeout = std::chrono::hours(1);
  Pipeline* drained = nullptr;
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = source,
                     .sink = worker.sink,
                     .log = worker.log,
                     .observer = worker.observer,
                     .process = [&](const model::RawMessage& message) {
                       drained->RequestDrain();
                       source.WaitForPolls(3);
                       return ProcessText(message);
                     }});
  drained = &pipeline;

  EXPECT_TRUE(pipeline.Run());

  EXPECT_EQ(broker.output().size(), 1U);
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
