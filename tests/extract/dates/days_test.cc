#include "extract/dates/days.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

TEST(DayReaderTest, ReturnsTheEndOfTheDay) {
  const DateStyle style;
  const auto tokens = text::TokensOf("8 August 2022, noon", 16);

  const auto day = DayReader(tokens, style).At(0);

  ASSERT_TRUE(day);
  EXPECT_EQ(day->month, 8);
  EXPECT_EQ(day->end, 3U);
}

TEST(DayReaderTest, ReadsNoDayWithinAWord) {
  const DateStyle style = StyleOfLanguage("ja");
  const auto tokens = text::TokensOf("A6.1.23", 16);

  EXPECT_FALSE(DayReader(tokens, style).At(1));
}

TEST(DayReaderTest, ReadsATimeBeforeTheYear) {
  const DateStyle style;
  const auto tokens = text::TokensOf("Aug 8 16:10:05 2022", 16);

  const auto day = DayReader(tokens, style).At(0);

  ASSERT_TRUE(day);
  EXPECT_EQ(day->clock, "16:10:05");
}

}  // namespace
}  // namespace newsmill::extract::dates
