// The pipeline against a fingerprint log that it shares with other workers.
#include <atomic>
#include <thread>
#include <variant>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/fake_log.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

using model::ClaimEntry;
using model::FingerprintEntry;
using model::RetractEntry;
using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::HasSubstr;

/// A worker on a shared log, with a broker of its own.
struct LogWorker {
  LogWorker(FakeLog& log, std::vector<model::RawMessage> messages)
      : worker(broker, std::move(messages)), client(log) {}

  std::expected<void, Error> Run() {
    return Pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(worker.source, worker.sink, client))
        .Run();
  }
  int CountOf(OutputTopic topic) {
    int count = 0;
    for (const Published& one : broker.output()) count += one.topic == topic;
    return count;
  }
  int originals() { return CountOf(OutputTopic::kArticles); }
  int duplicates() { return CountOf(OutputTopic::kDuplicates); }

  FakeBroker broker;
  Worker worker;
  FakeLogClient client;
};

/// Dies when it is about to publish all of its messages: they are decided, and
/// the log knows of no commit.
struct DyingWorker : LogWorker {
  class DeadlySink : public FakeSink {
   public:
    using FakeSink::FakeSink;
    std::expected<void, PublishError> Publish(
        const Transaction& transaction) override {
      if (transaction.messages.empty()) return FakeSink::Publish(transaction);
      return std::unexpected(
          PublishError{.failure = PublishFailure::kStop, .what = "dies"});
    }
  };
  DyingWorker(FakeLog& log, std::vector<model::RawMessage> messages, int unread)
      : LogWorker(log, std::move(messages)), sink(broker) {
    worker.options.max_transaction_messages = unread;
    worker.options.commit_interval = std::chrono::hours(1);
    worker.source.HoldOpen();
  }
  void Die() {
    EXPECT_FALSE(Pipeline(worker.options, dedup::Duplicates::kRoute,
                          worker.PartsWith(worker.source, sink, client))
                     .Run());
  }
  DeadlySink sink;
};

template <typename Entry>
std::vector<Entry> EntriesOf(FakeLog& log) {
  std::vector<Entry> found;
  for (const model::LogEntry& entry : log.entries()) {
    if (const auto* one = std::get_if<Entry>(&entry.content)) {
      found.push_back(*one);
    }
  }
  return found;
}

TEST(SharedLogTest, TheFirstWorkerFoundsTheLog) {
  FakeLog log;
  LogWorker first(log, Messages(2, 3));

  ASSERT_TRUE(first.Run());

  const auto entries = log.entries();
  ASSERT_GE(entries.size(), 2U + 2U + 6U);
  EXPECT_TRUE(std::holds_alternative<model::GenesisEntry>(entries[0].content));
  EXPECT_TRUE(std::holds_alternative<model::RulesEntry>(entries[1].content));
  EXPECT_EQ(EntriesOf<ClaimEntry>(log).size(), 2U);
  EXPECT_EQ(EntriesOf<FingerprintEntry>(log).size(), 6U);
}

TEST(SharedLogTest, TwoWorkersWithTheSameStoriesPublishOneOriginalEach) {
  constexpr int kStories = 200;
  FakeLog log;
  LogWorker one(log, Messages(1, kStories));
  auto others = Messages(1, kStories);
  for (model::RawMessage& message : others) message.partition = 1;
  LogWorker other(log, std::move(others));

  std::jthread beside([&] { EXPECT_TRUE(other.Run()); });
  EXPECT_TRUE(one.Run());
  beside.join();

  EXPECT_EQ(one.originals() + other.originals(), kStories);
  EXPECT_EQ(one.duplicates() + other.duplicates(), kStories);
}

TEST(SharedLogTest, NothingIsPolledBeforeTheLogIsRead) {
  class CountingSource : public FakeSource {
   public:
    using FakeSource::FakeSource;
    SourceEvent Poll(bool want, milliseconds timeout) override {
      ++polls;
      return FakeSource::Poll(want, timeout);
    }
    std::atomic<int> polls = 0;
  };
  class UnreadableLog : public LocalLog {
   public:
    std::expected<LogBounds, Error> Open(std::function<void()>,
                                         int64_t) override {
      opened = true;
      opened.notify_all();
      return LogBounds{.first = 0, .end = 1};  // an entry that never comes
    }
    std::atomic<bool> opened = false;
  };
  FakeBroker broker;
  Worker worker(broker, {});
  CountingSource source(broker, Messages(1, 3));
  UnreadableLog log;
  Pipeline pipeline(worker.options, dedup::Duplicates::kRoute,
                    worker.PartsWith(source, worker.sink, log));
  std::jthread running([&] { EXPECT_TRUE(pipeline.Run()); });
  log.opened.wait(false);
  pipeline.RequestDrain();
  running.join();

  EXPECT_EQ(source.polls, 0);
}

TEST(SharedLogTest, AnEntryThatWasAppendedBeforeACrashCountsOnce) {
  FakeLog log;
  DyingWorker dead(log, Messages(1, 5), 5);
  dead.Die();
  LogWorker heir(log, Messages(1, 5));

  ASSERT_TRUE(heir.Run());

  EXPECT_EQ(heir.originals(), 5);
  EXPECT_EQ(heir.duplicates(), 0);
}

TEST(SharedLogTest, ARecordHasTheLogOffsetOfItsFirstEntry) {
  FakeLog log;
  DyingWorker dead(log, Messages(1, 1), 1);
  dead.Die();
  LogWorker heir(log, Messages(1, 1));

  ASSERT_TRUE(heir.Run());

  // Behind genesis, rules and the first claim.
  const Published record = heir.broker.output().at(0);
  EXPECT_EQ(model::FindHeader(record.headers, "newsmill-log-offset"), "3");
}

TEST(SharedLogTest, AForeignLogStopsTheWorker) {
  FakeLog log;
  LogWorker first(log, Messages(1, 1));
  ASSERT_TRUE(first.Run());
  LogWorker second(log, Messages(1, 1));
  second.worker.terms.genesis.group = "others";

  const auto ended = second.Run();

  ASSERT_FALSE(ended);
  EXPECT_TRUE(ended.error().misconfigured);
  EXPECT_THAT(ended.error().message, HasSubstr("topics.fingerprints"));
  EXPECT_TRUE(second.broker.output().empty());
}

TEST(SharedLogTest, OtherRulesAreAnErrorUnlessTheyAreToBeChanged) {
  FakeLog log;
  LogWorker first(log, Messages(1, 1));
  ASSERT_TRUE(first.Run());
  LogWorker second(log, Messages(1, 2));
  second.worker.terms.rules.max_entries = 7;

  const auto ended = second.Run();
  LogWorker third(log, Messages(1, 2));
  third.worker.terms = second.worker.terms;
  third.worker.terms.change_rules = true;
  third.worker.terms.accept_rewind = true;  // its broker knows of no commit

  ASSERT_FALSE(ended);
  EXPECT_THAT(ended.error().message, HasSubstr("--change-rules"));
  EXPECT_TRUE(third.Run());
  EXPECT_EQ(EntriesOf<model::RulesEntry>(log).back().max_entries, 7);
}

TEST(SharedLogTest, OffsetsThatWereSetBackStopTheWorkerUnlessAccepted) {
  FakeLog log;
  LogWorker first(log, Messages(1, 5));
  ASSERT_TRUE(first.Run());
  DyingWorker second(log, Messages(1, 8), 3);
  second.broker.SetProgress({0, 10, {}});
  second.Die();

  LogWorker rewound(log, Messages(1, 8));
  const auto ended = rewound.Run();
  LogWorker accepting(log, Messages(1, 8));
  accepting.worker.terms.accept_rewind = true;
  const auto accepted = accepting.Run();

  ASSERT_FALSE(ended);
  EXPECT_THAT(ended.error().message, HasSubstr("newsmill replay"));
  EXPECT_THAT(ended.error().message, HasSubstr("--accept-rewind"));
  ASSERT_TRUE(accepted);
  // Those from offset 10 on are not known to be committed: decided as before.
  EXPECT_EQ(accepting.duplicates(), 5);
  EXPECT_EQ(accepting.originals(), 3);
}

TEST(SharedLogTest, AClaimByAnotherAssignmentEndsThisOne) {
  FakeLog log;
  LogWorker worker(log, Messages(1, 20));
  std::atomic<bool> claimed = false;
  worker.worker.options.threads = 1;
  worker.worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 20 && !claimed.exchange(true)) {
      log.Append({.anchor = {},
                  .content = ClaimEntry{.partition = 0,
                                        .assignment = 77,
                                        .next_offset = 0,
                                        .accept_rewind = true}});
    }
    return ProcessText(message);
  };

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(worker.worker.source.assignments(), 2);
  EXPECT_EQ(worker.originals(), 20);
}

/// The group has moved on when the first claims have been read.
class FencingSink : public FakeSink {
 public:
  using FakeSink::FakeSink;
  std::expected<void, PublishError> Publish(
      const Transaction& transaction) override {
    if (std::exchange(told_, true)) return FakeSink::Publish(transaction);
    return std::unexpected(PublishError{.failure = PublishFailure::kFenced,
                                        .what = "other generation"});
  }
  std::expected<std::vector<CommittedPosition>, PublishError> FetchProgress(
      std::span<const int32_t> partitions) override {
    auto fetched = FakeSink::FetchProgress(partitions);
    if (!told_) (*fetched)[0].progress.next_offset = 0;  // what was, long ago
    return fetched;
  }

 private:
  bool told_ = false;
};

TEST(SharedLogTest, AWorkerWhoseClaimCameTooLateAppendsNothingElse) {
  FakeLog log;
  LogWorker worker(log, Messages(1, 5));
  FencingSink sink(worker.broker);

  ASSERT_TRUE(Pipeline(worker.worker.options, dedup::Duplicates::kRoute,
                       worker.worker.PartsWith(worker.worker.source, sink,
                                               worker.client))
                  .Run());

  const auto claims = EntriesOf<ClaimEntry>(log);
  ASSERT_EQ(claims.size(), 2U);
  for (const FingerprintEntry& entry : EntriesOf<FingerprintEntry>(log)) {
    EXPECT_EQ(entry.assignment, claims[1].assignment);
  }
  EXPECT_EQ(worker.originals(), 5);
}

TEST(SharedLogTest, ALateClaimBehindWhatWasCommittedIsNoRewind) {
  FakeLog log;
  DyingWorker other(log, Messages(1, 5), 2);
  other.broker.SetProgress({0, 6, {}});
  other.Die();
  LogWorker worker(log, Messages(1, 5));
  worker.broker.SetProgress({0, 6, {}});
  FencingSink sink(worker.broker);

  EXPECT_TRUE(Pipeline(worker.worker.options, dedup::Duplicates::kRoute,
                       worker.worker.PartsWith(worker.worker.source, sink,
                                               worker.client))
                  .Run());

  EXPECT_EQ(worker.originals(), 2);
}

TEST(SharedLogTest, LostAppendsBeginTheAssignmentAnew) {
  for (int lost = 0; lost < 12; ++lost) {
    FakeLog log;
    LogWorker worker(log, Messages(1, 8));
    worker.client.loses = [lost](int append) { return append == lost; };

    ASSERT_TRUE(worker.Run()) << lost;

    EXPECT_EQ(worker.originals(), 8) << lost;
    EXPECT_EQ(Keys(worker.broker.output()), Values(Messages(1, 8))) << lost;
  }
}

TEST(SharedLogTest, WhatANewVersionRefusesIsRetracted) {
  FakeLog log;
  DyingWorker dead(log, Messages(1, 4), 4);
  dead.Die();
  LogWorker heir(log, Messages(1, 4));
  heir.worker.process = [](const model::RawMessage& message) {
    if (message.offset != 2) return ProcessText(message);
    std::vector<Outcome> refused(1);
    refused[0].content = model::Rejection{
        .reason = model::Reason::kNoText, .detail = "", .input_id = ""};
    return refused;
  };

  ASSERT_TRUE(heir.Run());

  const auto retracts = EntriesOf<RetractEntry>(log);
  ASSERT_EQ(retracts.size(), 1U);
  EXPECT_EQ(retracts[0].delivery.offset, 2);
  EXPECT_EQ(heir.originals(), 3);
}

TEST(SharedLogTest, AMessageOfARecreatedTopicIsAnotherDelivery) {
  FakeLog log;
  DyingWorker before(log, Messages(1, 3), 3);
  before.Die();
  auto messages = Messages(1, 3);
  for (model::RawMessage& message : messages) *message.value += " anew";
  LogWorker after(log, messages);

  ASSERT_TRUE(after.Run());

  EXPECT_EQ(after.originals(), 3);
  EXPECT_EQ(EntriesOf<RetractEntry>(log).size(), 3U);
}

TEST(SharedLogTest, ARefusedRecordIsRetractedBeforeItsDeadLetter) {
  FakeLog log;
  LogWorker worker(log, Messages(1, 6));
  worker.broker.RefuseValuesWith("p0o3");

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(worker.originals(), 5);
  EXPECT_EQ(worker.CountOf(OutputTopic::kDeadLetters), 1);
  const auto retracts = EntriesOf<RetractEntry>(log);
  ASSERT_EQ(retracts.size(), 1U);
  EXPECT_EQ(retracts[0].delivery.offset, 6);
}

TEST(SharedLogTest, ALogThatIsNotTheOneThatWasReadStopsTheWorker) {
  FakeLog log;
  LogWorker worker(log, Messages(1, 4));
  std::atomic<bool> recreated = false;
  worker.worker.options.threads = 1;
  worker.worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4 && !recreated.exchange(true)) {
      log.Append(
          {.anchor = {.offset = 0, .hash = 999}, .content = RetractEntry{}});
    }
    return ProcessText(message);
  };

  const auto ended = worker.Run();

  ASSERT_FALSE(ended);
  EXPECT_THAT(ended.error().message, HasSubstr("recreated"));
}

TEST(SharedLogTest, AnEntryThatNobodyCanReadStopsNobody) {
  FakeLog log;
  log.Append(
      {.anchor = {.offset = 0, .hash = 999}, .content = model::UnknownEntry{}});
  LogWorker worker(log, Messages(1, 4));
  log.Append(
      {.anchor = {.offset = 0, .hash = 999}, .content = model::UnknownEntry{}});

  ASSERT_TRUE(worker.Run());

  EXPECT_EQ(worker.originals(), 4);
}

TEST(SharedLogTest, TheLogKnowsOfTheLastCommit) {
  FakeLog log;
  LogWorker worker(log, Messages(1, 4));

  ASSERT_TRUE(worker.Run());

  const auto commits = EntriesOf<model::CommitEntry>(log);
  ASSERT_FALSE(commits.empty());
  EXPECT_EQ(commits.back().next_offset, 7);
}

TEST(SharedLogTest, RulesOfANewerVersionStopTheWorker) {
  FakeLog log;
  LogWorker first(log, Messages(1, 1));
  ASSERT_TRUE(first.Run());
  model::RulesEntry newer = TestTerms().rules;
  newer.version = model::kFingerprintVersion + 1;
  log.Append({.anchor = {}, .content = newer});
  LogWorker second(log, Messages(1, 1));

  const auto ended = second.Run();

  ASSERT_FALSE(ended);
  EXPECT_THAT(ended.error().message, HasSubstr("newer version"));
}

}  // namespace
}  // namespace newsmill::pipeline
