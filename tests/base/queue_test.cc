#include "newsmill/base/queue.h"

#include <thread>

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(QueueTest, HandsItemsOverInTheirOrder) {
  Queue<int> queue;
  queue.Push(1);
  queue.Push(2);

  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_EQ(queue.TryPop(), 2);
  EXPECT_EQ(queue.TryPop(), std::nullopt);
}

TEST(QueueTest, AClosedQueueIsDrainedAndTakesNothingMore) {
  Queue<int> queue;
  queue.Push(1);
  queue.Close();
  queue.Push(2);

  EXPECT_FALSE(queue.Finished());
  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_EQ(queue.Pop(), std::nullopt);
  EXPECT_TRUE(queue.Finished());
}

TEST(QueueTest, ClosingWakesWhoWaits) {
  Queue<int> queue;
  std::thread waiter([&] { EXPECT_EQ(queue.Pop(), std::nullopt); });

  queue.Close();
  waiter.join();
}

TEST(QueueTest, ADeadlineThatPassedGivesNothing) {
  Queue<int> queue;
  EXPECT_EQ(queue.PopUntil(std::chrono::steady_clock::now()), std::nullopt);
  EXPECT_FALSE(queue.Finished());
}

}  // namespace
}  // namespace newsmill
