// Documents that kill their workers, and those that do not.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

OffsetMetadata StartedTimes(int32_t starts) {
  OffsetMetadata metadata;
  metadata.starts = starts;
  return metadata;
}

/// Remembers which messages were examined.
class Examiner {
 public:
  /// Blames messages with this value; none.
  explicit Examiner(std::string guilty = "none") : guilty_(std::move(guilty)) {}

  ExamineFunction Function() {
    return [this](const model::RawMessage& message,
                  const std::function<bool()>& goes_on)
               -> std::optional<std::string> {
      EXPECT_TRUE(goes_on());
      const std::scoped_lock lock(mutex_);
      examined_.insert(*message.value);
      if (*message.value == guilty_) return "SIGSEGV";
      return std::nullopt;
    };
  }
  std::multiset<std::string> examined() {
    const std::scoped_lock lock(mutex_);
    return examined_;
  }

 private:
  const std::string guilty_;
  std::mutex mutex_;
  std::multiset<std::string> examined_;
};

class CrashTest : public ::testing::Test {
 protected:
  OffsetMetadata Committed() {
    const std::vector<int32_t> partitions = {0};
    return broker_.Fetch(partitions)[0].metadata;
  }
  std::expected<void, Error> Run(Worker& worker, Examiner& examiner) {
    auto parts = worker.PartsWith(worker.source, worker.sink, worker.log);
    parts.examine = examiner.Function();
    return Pipeline(worker.options, dedup::Duplicates::kRoute, std::move(parts))
        .Run();
  }

  FakeBroker broker_;
};

TEST_F(CrashTest, AStartIsCountedBesideTheOffset) {
  broker_.SetProgress({0, 4, StartedTimes(1)});
  Worker worker(broker_, Messages(1, 10));
  std::atomic<int> starts_while_running = 0;
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4) starts_while_running = Committed().starts;
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(starts_while_running, 2);
  EXPECT_EQ(Committed().starts, 0);  // progress was made
}

TEST_F(CrashTest, AfterThreeStartsMessagesAreExaminedAndPublished) {
  broker_.SetProgress({0, 0, StartedTimes(2)});
  Worker worker(broker_, Messages(1, 10));
  Examiner examiner;

  ASSERT_TRUE(Run(worker, examiner));

  EXPECT_EQ(examiner.examined(), Values(Messages(1, 10)));
  EXPECT_EQ(Keys(broker_.output()), Values(Messages(1, 10)));
}

TEST_F(CrashTest, BeforeThatNothingIsExamined) {
  broker_.SetProgress({0, 0, StartedTimes(1)});
  Worker worker(broker_, Messages(1, 10));
  Examiner examiner;

  ASSERT_TRUE(Run(worker, examiner));

  EXPECT_TRUE(examiner.examined().empty());
}

TEST_F(CrashTest, AProvenSuspectIsADeadLetterUnread) {
  broker_.SetProgress({0, 0, StartedTimes(2)});
  Worker worker(broker_, Messages(1, 5));
  std::atomic<bool> read = false;
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4) read = true;
    return ProcessText(message);
  };
  Examiner examiner("p0o2");

  ASSERT_TRUE(Run(worker, examiner));

  EXPECT_FALSE(read);
  const std::vector<Published> output = broker_.output();
  ASSERT_EQ(output.size(), 5U);
  const auto letter =
      std::ranges::find(output, OutputTopic::kDeadLetters, &Published::topic);
  ASSERT_NE(letter, output.end());
  EXPECT_EQ(model::FindHeader(letter->headers, "newsmill-reason"), "crashed");
  EXPECT_EQ(letter->value, "p0o2");
}

TEST_F(CrashTest, HoweverManyStartsNobodyIsBlamedWithoutProof) {
  broker_.SetProgress({0, 0, StartedTimes(1000)});
  Worker worker(broker_, Messages(1, 3));
  Examiner examiner;

  ASSERT_TRUE(Run(worker, examiner));

  EXPECT_EQ(Keys(broker_.output()), Values(Messages(1, 3)));
}

TEST_F(CrashTest, ASuspectOfAnEndedAssignmentIsNeitherBlamedNorProcessed) {
  broker_.SetProgress({0, 0, StartedTimes(2)});
  Worker worker(broker_, {});
  OpenlyRevokedSource source(broker_, Messages(1, 3));
  worker.options.threads = 1;
  std::atomic<int> processed = 0;  // of the first message
  worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 0) ++processed;
    return ProcessText(message);
  };
  std::atomic<int> examined = 0;
  auto parts = worker.PartsWith(source, worker.sink, worker.log);
  parts.examine =
      [&](const model::RawMessage&,
          const std::function<bool()>& goes_on) -> std::optional<std::string> {
    if (examined++ > 0) return std::nullopt;
    source.Revoke(/*lost=*/false);
    source.WaitForRelease();
    EXPECT_FALSE(goes_on());
    return std::nullopt;
  };

  ASSERT_TRUE(
      Pipeline(worker.options, dedup::Duplicates::kRoute, std::move(parts))
          .Run());

  EXPECT_EQ(Keys(broker_.output()), Values(Messages(1, 3)));
  EXPECT_EQ(processed, 1);  // in the second assignment
}

TEST_F(CrashTest, RebalancesAreNoStarts) {
  broker_.SetProgress({0, 0, StartedTimes(1)});
  Worker worker(broker_, Messages(1, 3));
  std::atomic<int> lost = 0;
  std::atomic<int> most_starts = 0;
  worker.process = [&](const model::RawMessage& message) {
    most_starts = std::max<int>(most_starts, Committed().starts);
    // Each time the assignment is lost before anything is committed.
    if (message.offset == 0 && lost++ < 4) worker.source.Revoke(/*lost=*/true);
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(most_starts, 2);
  EXPECT_EQ(Keys(broker_.output()), Values(Messages(1, 3)));
}

TEST_F(CrashTest, AAssignmentThatEndsInOrderClearsTheCountOfStarts) {
  broker_.SetProgress({0, 99, StartedTimes(2)});
  Worker worker(broker_, Messages(1, 5));

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(Committed().starts, 0);
}

TEST_F(CrashTest, AWorkerThatStopsWithAnErrorEndsInOrderToo) {
  broker_.SetProgress({0, 0, StartedTimes(0)});
  Worker worker(broker_, Messages(1, 5));
  class ForbiddenSink : public FakeSink {
   public:
    using FakeSink::FakeSink;
    std::expected<void, PublishError> Publish(
        const Transaction& transaction) override {
      if (transaction.messages.empty()) return FakeSink::Publish(transaction);
      return std::unexpected(
          PublishError{.failure = PublishFailure::kStop, .what = "forbidden"});
    }
  };
  ForbiddenSink sink(broker_);

  ASSERT_FALSE(worker.Run(sink));

  EXPECT_EQ(Committed().starts, 0);
  EXPECT_TRUE(broker_.output().empty());
}

TEST_F(CrashTest, AWorkerWhoseSourceFailsEndsInOrderToo) {
  broker_.SetProgress({0, 0, StartedTimes(0)});
  Worker worker(broker_, Messages(1, 5));
  worker.process = [&](const model::RawMessage& message) {
    worker.source.Fail("gone");
    return ProcessText(message);
  };
  worker.options.commit_interval = std::chrono::hours(1);
  worker.source.HoldOpen();

  ASSERT_FALSE(worker.Run());

  EXPECT_EQ(Committed().starts, 0);
}

}  // namespace
}  // namespace newsmill::pipeline
