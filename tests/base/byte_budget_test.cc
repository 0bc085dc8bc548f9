#include "newsmill/base/byte_budget.h"

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(ByteBudgetTest, GivesBackWhatAChargeHeld) {
  ByteBudget budget(10);
  {
    const auto charge = budget.TryCharge(8);
    ASSERT_TRUE(charge);
    EXPECT_FALSE(budget.TryCharge(3));
    EXPECT_TRUE(budget.TryCharge(2));
  }
  EXPECT_EQ(budget.used(), 0);
}

TEST(ByteBudgetTest, AChargeMovesAndGrowsAboveTheLimit) {
  ByteBudget budget(10);
  Charge first = budget.ForceCharge(12);
  Charge second = std::move(first);

  second.Resize(20);
  first.Reset();  // NOLINT(bugprone-use-after-move): it holds nothing

  EXPECT_EQ(budget.used(), 20);
  second = budget.ForceCharge(1);
  EXPECT_EQ(budget.used(), 1);
}

}  // namespace
}  // namespace newsmill
