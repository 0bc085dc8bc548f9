#include "extract/lexicon/month_names.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(MonthNamesTest, KnowsNamesAndAbbreviations) {
  EXPECT_EQ(MonthNamed("january"), 1);
  EXPECT_EQ(MonthNamed("sept"), 9);
  EXPECT_EQ(MonthNamed("dec"), 12);
}

TEST(MonthNamesTest, KnowsTheCaseThatDatesUse) {
  EXPECT_EQ(MonthNamed("мая"), 5);
  EXPECT_EQ(MonthNamed("stycznia"), 1);
  EXPECT_EQ(MonthNamed("heinäkuuta"), 7);
}

TEST(MonthNamesTest, KnowsOtherScripts) {
  EXPECT_EQ(MonthNamed("ιουλίου"), 7);
  EXPECT_EQ(MonthNamed("декабря"), 12);
  EXPECT_EQ(MonthNamed("มกราคม"), 1);
  EXPECT_EQ(MonthNamed("აპრილი"), 4);
}

TEST(MonthNamesTest, AnyOtherWordIsNone) {
  EXPECT_EQ(MonthNamed("monday"), 0);
  EXPECT_EQ(MonthNamed("January"), 0) << "not folded";
  EXPECT_EQ(MonthNamed(""), 0);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
