// A commit without an answer: its items are in flight until the group's offsets
// tell what became of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "publisher.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

class CauseObserver : public CountingObserver {
 public:
  void On(const Event& event) override {
    CountingObserver::On(event);
    if (const auto* dropped = std::get_if<ItemsAbandoned>(&event)) {
      by_cause[dropped->cause] += dropped->items;
    }
  }
  std::map<AbandonCause, int64_t> by_cause;
};

/// Whose answers are lost.
class MuteSink : public FakeSink {
 public:
  explicit MuteSink(FakeBroker& broker) : FakeSink(broker) {}
  std::expected<void, PublishError> Publish(
      const Transaction& transaction) override {
    if (commits) (void)FakeSink::Publish(transaction);
    return std::unexpected(
        PublishError{.failure = PublishFailure::kRetry, .what = "no answer"});
  }
  std::expected<std::vector<CommittedPosition>, PublishError> FetchProgress(
      std::span<const int32_t> partitions) override {
    if (std::ranges::count(partitions, unknown_partition) > 0) {
      return std::unexpected(
          PublishError{.failure = PublishFailure::kRetry, .what = "no leader"});
    }
    return FakeSink::FetchProgress(partitions);
  }
  bool commits = true;
  int32_t unknown_partition = -1;
};

class UndecidedTest : public ::testing::Test {
 protected:
  UndecidedTest() { broker_.SetGeneration("member"); }

  /// One message of partition 0, at offset 7.
  static std::vector<InFlight> Batch() {
    std::vector<InFlight> batch(1);
    batch[0].message.offset = 7;
    batch[0].outcomes.resize(1);
    batch[0].outcomes[0].content = model::Rejection{};
    batch[0].verdicts.resize(1);
    return batch;
  }
  /// The worker gives up before anybody tells what became of the commit.
  void GiveUpUndecided() {
    ASSERT_EQ(publisher_.Begin({{0}, "member"}), Publisher::Result::kCommitted);
    std::vector<InFlight> batch = Batch();
    ASSERT_EQ(publisher_.Publish(batch), Publisher::Result::kInterrupted);
    EXPECT_TRUE(batch.empty()) << "its memory is not needed any more";
    EXPECT_EQ(observer_.published, 0);
    EXPECT_EQ(observer_.abandoned, 0) << "in flight";
    publisher_.Forget();
  }

  FakeBroker broker_;
  MuteSink sink_{broker_};
  CauseObserver observer_;
  Publisher publisher_{
      {.sink = sink_,
       .observer = observer_,
       .duplicates = dedup::Duplicates::kRoute,
       .provenance = true,
       .wait_or_interrupted = [](milliseconds) { return true; }}};
};

TEST_F(UndecidedTest, IsPublishedWhenTheGroupHasItsOffset) {
  GiveUpUndecided();
  publisher_.Begin({{0}, "member"});

  EXPECT_EQ(observer_.published, 1);
  EXPECT_EQ(observer_.counted, 1);
  EXPECT_EQ(observer_.abandoned, 0);
}

TEST_F(UndecidedTest, IsAbandonedWhenTheCommittedOffsetsAreUnchanged) {
  sink_.commits = false;
  GiveUpUndecided();
  publisher_.Begin({{0}, "member"});

  EXPECT_EQ(observer_.published, 0);
  EXPECT_EQ(observer_.by_cause[AbandonCause::kAbort], 1);
}

TEST_F(UndecidedTest, IsAbandonedWhenAnotherWorkerBeganBeforeIt) {
  sink_.commits = false;
  GiveUpUndecided();
  broker_.SetProgress({0, 3, {}});
  publisher_.Begin({{0}, "member"});

  EXPECT_EQ(observer_.by_cause[AbandonCause::kAbort], 1);
}

TEST_F(UndecidedTest, IsUnknownWhenAnotherWorkerHasCommittedMore) {
  GiveUpUndecided();
  broker_.SetProgress({0, 50, {}});
  publisher_.Begin({{0}, "member"});

  EXPECT_EQ(observer_.published, 0);
  EXPECT_EQ(observer_.by_cause[AbandonCause::kUnknown], 1);
}

TEST_F(UndecidedTest, IsReportedForAnyNextAssignment) {
  GiveUpUndecided();
  publisher_.Begin({{4}, "member"});

  EXPECT_EQ(observer_.published, 1);
  ASSERT_EQ(publisher_.starts().size(), 1U);
  EXPECT_EQ(publisher_.starts()[0].partition, 4);
}

TEST_F(UndecidedTest, AFailedRequestDelaysNoAssignment) {
  GiveUpUndecided();
  sink_.unknown_partition = 0;  // another worker's now
  EXPECT_EQ(publisher_.Begin({{4}, "member"}), Publisher::Result::kCommitted);

  EXPECT_EQ(observer_.published, 0);
  EXPECT_EQ(observer_.by_cause[AbandonCause::kUnknown], 1);
}

TEST_F(UndecidedTest, IsAlsoReportedAtTheEnd) {
  GiveUpUndecided();
  publisher_.ResolveUndecided();

  EXPECT_EQ(observer_.published, 1);
}

TEST_F(UndecidedTest, IsReportedOnce) {
  GiveUpUndecided();
  publisher_.Begin({{0}, "member"});
  publisher_.Begin({{0}, "member"});

  EXPECT_EQ(observer_.published, 1);
}

TEST_F(UndecidedTest, IsNotMovedBackByTheEndOfTheAssignment) {
  Progress begun{0, 7, {}};
  begun.metadata.starts = 1;
  broker_.SetProgress(begun);
  ASSERT_EQ(publisher_.Begin({{0}, "member"}), Publisher::Result::kCommitted);
  std::vector<InFlight> batch = Batch();
  ASSERT_EQ(publisher_.Publish(batch), Publisher::Result::kInterrupted);

  publisher_.TryFinish(/*ran=*/true);

  const std::vector<int32_t> partitions = {0};
  EXPECT_EQ(broker_.Fetch(partitions)[0].next_offset, 8);
}

}  // namespace
}  // namespace newsmill::pipeline
