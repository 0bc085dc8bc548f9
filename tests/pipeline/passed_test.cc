// A source may say that a partition's offsets are passed without a message.
#include <algorithm>
#include <atomic>

#include "gtest/gtest.h"
#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

constexpr int64_t kEnd = 100;

/// Passes partition 0 up to kEnd before it is exhausted.
class PassingSource : public OpenlyRevokedSource {
 public:
  using OpenlyRevokedSource::OpenlyRevokedSource;
  SourceEvent Poll(bool want_messages, milliseconds timeout) override {
    if (passed) {
      ++polls;
      polls.notify_all();
      return end_;
    }
    SourceEvent event = OpenlyRevokedSource::Poll(want_messages, timeout);
    if (!std::holds_alternative<Exhausted>(event)) return event;
    end_ = Exhausted{};
    passed = true;
    passed.notify_all();
    return Passed{.partition = 0, .next_offset = kEnd};
  }
  std::atomic<bool> passed = false;

 private:
  SourceEvent end_;
};

/// Adds up what commits have added.
class AddingObserver : public CountingObserver {
 public:
  void On(const Event& event) override {
    CountingObserver::On(event);
    const auto* done = std::get_if<TransactionCommitted>(&event);
    if (done == nullptr) return;
    for (const Advanced& one : done->commit.advances) {
      offsets += one.next_offset - one.first_offset;
      messages += one.messages;
    }
  }
  std::atomic<int64_t> offsets = 0;
  std::atomic<int64_t> messages = 0;
};

struct PassingWorker {
  explicit PassingWorker(int messages)
      : source(broker, Messages(1, messages)), worker(broker, {}) {}

  std::expected<void, Error> Run() {
    Pipeline::Parts parts = worker.PartsWith(source, worker.sink, worker.log);
    return Pipeline(worker.options, dedup::Duplicates::kRoute,
                    {.source = parts.source,
                     .sink = parts.sink,
                     .log = parts.log,
                     .terms = parts.terms,
                     .observer = observer,
                     .process = parts.process})
        .Run();
  }
  int64_t committed() {
    const int32_t partition = 0;
    return broker.Fetch({&partition, 1})[0].next_offset;
  }

  FakeBroker broker;
  PassingSource source;
  Worker worker;
  AddingObserver observer;
};

TEST(PassedTest, IsCommittedWithWhatWasGivenBefore) {
  PassingWorker passing(3);

  ASSERT_TRUE(passing.Run());

  EXPECT_EQ(passing.committed(), kEnd);
  EXPECT_EQ(passing.broker.output().size(), 3U);
}

TEST(PassedTest, IsCommittedWhereThereIsNoMessageAtAll) {
  PassingWorker passing(1);
  passing.broker.SetProgress({0, 50, {}});

  ASSERT_TRUE(passing.Run());

  EXPECT_EQ(passing.committed(), kEnd);
  EXPECT_TRUE(passing.broker.output().empty());
}

TEST(PassedTest, IsNotCommittedBeforeASlowMessage) {
  PassingWorker passing(3);
  std::atomic<bool> early = false;
  passing.worker.process = [&](const model::RawMessage& message) {
    if (message.offset == 4) {
      passing.source.passed.wait(false);
      // Long enough for it to be committed, if nothing held it back.
      passing.source.WaitForPolls(20);
      early = passing.committed() > 4;
    }
    return ProcessText(message);
  };

  ASSERT_TRUE(passing.Run());

  EXPECT_FALSE(early);
  EXPECT_EQ(passing.committed(), kEnd);
}

TEST(PassedTest, CountsAsOffsetsWithoutAMessage) {
  PassingWorker passing(3);

  ASSERT_TRUE(passing.Run());

  EXPECT_EQ(passing.observer.offsets, kEnd);
  EXPECT_EQ(passing.observer.messages, 3);
}

}  // namespace
}  // namespace newsmill::pipeline
