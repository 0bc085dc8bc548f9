#include "in_order.h"

#include <gtest/gtest.h>

#include <vector>

namespace newsmill::pipeline {
namespace {

TEST(InOrderTest, HoldsBackWhatFollowsAnUnfinishedMessage) {
  InOrder<int> order;

  order.Finish(1, 11);

  EXPECT_FALSE(order.TakeNext());
  order.Finish(0, 10);
  EXPECT_EQ(order.TakeNext(), 10);
  EXPECT_EQ(order.TakeNext(), 11);
  EXPECT_FALSE(order.TakeNext());
}

TEST(InOrderTest, GivesEveryMessageOnceWhateverTheOrderOfFinishing) {
  InOrder<int> order;
  std::vector<int> taken;

  for (const int sequence : {3, 0, 5, 1, 2, 4}) {
    order.Finish(static_cast<uint64_t>(sequence), sequence);
    while (const auto next = order.TakeNext()) taken.push_back(*next);
  }

  EXPECT_EQ(taken, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

TEST(InOrderTest, ClearHandsOutWhatWasFinishedAndBeginsAnew) {
  InOrder<int> order;
  order.Finish(2, 12);
  std::vector<int> dropped;

  order.Clear([&](int item) { dropped.push_back(item); });

  EXPECT_EQ(dropped, std::vector<int>{12});
  order.Finish(0, 20);
  EXPECT_EQ(order.TakeNext(), 20);
}

TEST(InOrderDeathTest, FinishingTwiceIsABug) {
  InOrder<int> order;
  order.Finish(1, 11);

  EXPECT_DEATH(order.Finish(1, 11), "broken invariant");
}

}  // namespace
}  // namespace newsmill::pipeline
