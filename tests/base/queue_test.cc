#include "newsmill/base/queue.h"

#include <chrono>
#include <optional>
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

TEST(QueueTest, PopWaitsForAnItemAndForTheClose) {
  constexpr int kRounds = 100;
  Queue<int> requests;
  Queue<int> answers;
  // A Pop that did not wait would end the loop before the last request.
  std::thread echo([&] {
    while (const auto request = requests.Pop()) answers.Push(*request);
    answers.Push(-1);
  });
  for (int i = 0; i < kRounds; ++i) {
    requests.Push(i);
    EXPECT_EQ(answers.Pop(), i);
  }

  requests.Close();
  EXPECT_EQ(answers.Pop(), -1);
  echo.join();
}

TEST(QueueTest, PopUntilWaitsForItsDeadline) {
  Queue<int> queue;
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(20);

  EXPECT_EQ(queue.PopUntil(deadline), std::nullopt);

  EXPECT_GE(std::chrono::steady_clock::now(), deadline);
  EXPECT_FALSE(queue.Finished());
}

}  // namespace
}  // namespace newsmill
