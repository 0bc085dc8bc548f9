// The fingerprint log beside what the group's offset metadata say of it.
#include <atomic>
#include <chrono>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/fake_log.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::HasSubstr;

constexpr model::Hash128 kOurLog{.high = 1, .low = 2};
constexpr model::Hash128 kOtherLog{.high = 3, .low = 4};

class HistoryTest : public ::testing::Test {
 protected:
  HistoryTest() {
    terms_.genesis.log_id = kOurLog;
    terms_.history.has_commits = true;
  }

  void WriteLog() {
    log_.Append({.anchor = {}, .content = terms_.genesis});
    log_.Append({.anchor = {}, .content = terms_.rules});
  }
  std::expected<void, Error> Run() {
    FakeBroker broker;
    Worker worker(broker, Messages(1, 3));
    FakeLogClient client(log_);
    worker.terms = terms_;
    return Pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, worker.sink, client))
        .Run();
  }
  void ExpectRefusal(const std::string& way_out) {
    const auto ended = Run();
    ASSERT_FALSE(ended);
    EXPECT_TRUE(ended.error().misconfigured);
    EXPECT_THAT(ended.error().message, HasSubstr(way_out));
  }

  FakeLog log_;
  LogTerms terms_ = TestTerms();
};

TEST_F(HistoryTest, AnEmptyLogOfAGroupWithCommitsIsRefused) {
  ExpectRefusal("--new-log");
  EXPECT_TRUE(log_.entries().empty());

  terms_.accept_new_log = true;
  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, AnEmptyLogOfANewGroupIsFounded) {
  terms_.history.has_commits = false;

  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, AnotherLogThanTheGroupsIsRefused) {
  WriteLog();
  terms_.history.log_read[kOtherLog] = 1;
  ExpectRefusal("--new-log");

  terms_.accept_new_log = true;
  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, IdlePartitionsMayNameAnEarlierLog) {
  WriteLog();
  terms_.history.log_read = {{kOtherLog, 900}, {kOurLog, 2}};

  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, CommitsOfOlderBuildsNameNoLog) {
  WriteLog();

  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, ALogThatEndsBelowWhatWasReadIsRefused) {
  WriteLog();
  terms_.history.log_read[kOurLog] = 3;
  ExpectRefusal("--accept-short-log");

  terms_.accept_short_log = true;
  EXPECT_TRUE(Run());
}

TEST_F(HistoryTest, EachCommitNamesTheLogAndWhatWasReadOfIt) {
  terms_.history.has_commits = false;
  FakeBroker broker;
  Worker worker(broker, Messages(1, 3));
  FakeLogClient client(log_);
  worker.terms = terms_;
  ASSERT_TRUE(Pipeline(worker.options, dedup::Duplicates::kRoute,
                       worker.PartsWith(worker.source, worker.sink, client))
                  .Run());

  const std::vector<int32_t> partitions = {0};
  const OffsetMetadata metadata = broker.Fetch(partitions)[0].metadata;
  EXPECT_EQ(metadata.log_id, kOurLog);
  // Genesis, rules, claim, three texts. The messages may take several
  // transactions, and each transaction but the last one adds an entry.
  EXPECT_GE(metadata.log_read, 6);
  EXPECT_LE(metadata.log_read, std::ssize(log_.entries()));
}

// A group that starts at "latest" and has lost its committed offset.
TEST_F(HistoryTest, AnUncommittedPartitionBeginsWhereTheLogKnowsTheFleetWas) {
  terms_.history.has_commits = false;
  WriteLog();
  log_.Append({.anchor = {},
               .content = model::ClaimEntry{
                   .partition = 0, .assignment = 7, .next_offset = 2}});
  class LatestSink : public FakeSink {
   public:
    using FakeSink::FakeSink;
    std::expected<std::vector<CommittedPosition>, PublishError> FetchProgress(
        std::span<const int32_t> partitions) override {
      auto fetched = FakeSink::FetchProgress(partitions);
      if (!(*fetched)[0].committed) (*fetched)[0].progress.next_offset = 6;
      return fetched;
    }
  };
  FakeBroker broker;
  Worker worker(broker, Messages(1, 3));
  LatestSink sink(broker);
  FakeLogClient client(log_);
  worker.terms = terms_;
  ASSERT_TRUE(Pipeline(worker.options, dedup::Duplicates::kRoute,
                       worker.PartsWith(worker.source, sink, client))
                  .Run());

  EXPECT_EQ(Keys(broker.output()),
            (std::multiset<std::string>{"p0o1", "p0o2"}));
}

}  // namespace
}  // namespace newsmill::pipeline
