// Assignments that come and go.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

TEST(AssignmentTest, ARevokedAssignmentNeitherLosesNorDoubles) {
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

TEST(AssignmentTest, ARevokeIsAnsweredAfterWhatWasDecidedIsCommitted) {
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
        late.push_back(transaction.messages.size());
        EXPECT_EQ(source_.assignment, Assignment::kRevoked);
      }
      return FakeSink::Publish(transaction);
    }
    std::vector<size_t> late;  // messages of each commit after the revoke

   private:
    OpenlyRevokedSource& source_;
  };
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 40));
  PatientSink sink(broker, source);
  worker.options.threads = 1;
  worker.options.commit_interval = std::chrono::hours(1);
  std::atomic<bool> revoked = false;
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 20 && !revoked.exchange(true)) {
      std::atomic<int64_t>& decided = worker.observer.reached_publish;
      for (int64_t n = decided; n < 10; n = decided) decided.wait(n);
      source.Revoke(/*lost=*/false);
    }
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, sink, worker.log));
  source.HoldOpen();
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  source.WaitForStart(2);
  pipeline.RequestDrain();
  running.join();

  // Ten had reached publish when the revoke came; others may follow before the
  // pipeline notices it.
  ASSERT_EQ(sink.late.size(), 1U);
  EXPECT_GE(sink.late.front(), 10U);
}

TEST(AssignmentTest, AMessageProcessedAfterItsAssignmentIsDropped) {
  FakeBroker broker;
  Worker worker(broker, {});
  OpenlyRevokedSource source(broker, Messages(1, 10));
  std::atomic<bool> revoked = false;
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4 && !revoked.exchange(true)) {
      source.Revoke(/*lost=*/false);
      source.WaitForStart(2);
    }
    return ProcessText(message);
  };
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, worker.log));

  ASSERT_TRUE(pipeline.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 10)));
}

TEST(AssignmentTest, AMessageDecidedAfterItsAssignmentIsDropped) {
  class SlowLog : public LocalLog {
   public:
    explicit SlowLog(OpenlyRevokedSource& source) : source_(source) {}
    std::expected<void, LogError> Append(
        const model::LogEntry& entry) override {
      const auto* fingerprint =
          std::get_if<model::FingerprintEntry>(&entry.content);
      if (fingerprint != nullptr && fingerprint->delivery.offset == 4 &&
          !std::exchange(revoked_, true)) {
        source_.Revoke(/*lost=*/false);
        source_.WaitForRelease();
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
                    worker.PartsWith(source, worker.sink, log));

  ASSERT_TRUE(pipeline.Run());

  EXPECT_EQ(Keys(broker.output()), Values(Messages(1, 10)));
}

TEST(AssignmentTest, ProgressOfSomebodyElseEndsTheAssignment) {
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
      broker_.SetProgress({0, 6, {}});
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

TEST(AssignmentTest, AFencedWorkerPublishesNothingAndJoinsAgain) {
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

}  // namespace
}  // namespace newsmill::pipeline
