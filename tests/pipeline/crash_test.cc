// Documents that kill their workers.

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

#include "worker_fixture.h"

namespace newsmill::pipeline {
namespace {

TEST(CrashTest, AStartIsCountedBesideTheOffset) {
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

TEST(CrashTest, AfterThreeStartsMessagesGoAloneEachAfterATrialNote) {
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

TEST(CrashTest, AMessageThatKilledTwiceAloneIsADeadLetterUnread) {
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

TEST(CrashTest, RebalancesAloneBlameNobody) {
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

TEST(CrashTest, ASessionThatEndsInOrderClearsTheCountOfStarts) {
  FakeBroker broker;
  broker.SetProgress({0, 99, "starts=2"});
  Worker worker(broker, Messages(1, 5));

  ASSERT_TRUE(worker.Run());

  const std::vector<int32_t> partitions = {0};
  EXPECT_EQ(broker.Fetch(partitions)[0], (Progress{0, 99, ""}));
}

}  // namespace
}  // namespace newsmill::pipeline
