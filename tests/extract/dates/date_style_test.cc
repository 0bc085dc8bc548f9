#include "extract/dates/date_style.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

TEST(DateStyleTest, TheRegionDecidesTheOrder) {
  EXPECT_EQ(StyleOfLanguage("es-ES").order, DayOrder::kDayFirst);
  EXPECT_EQ(StyleOfLanguage("es-PA").order, DayOrder::kMonthFirst);
  EXPECT_EQ(StyleOfLanguage("en_US").order, DayOrder::kMonthFirst);
  EXPECT_EQ(StyleOfLanguage("en-NZ").order, DayOrder::kDayFirst);
}

TEST(DateStyleTest, TheOrderOfEnglishWithoutARegionIsUnknown) {
  EXPECT_EQ(StyleOfLanguage("en").order, DayOrder::kUnknown);
  EXPECT_EQ(StyleOfLanguage("").order, DayOrder::kUnknown);
}

TEST(DateStyleTest, ReplacesFormerCodesOfLanguages) {
  EXPECT_EQ(StyleOfLanguage("iw-IL").language, "he");
  EXPECT_EQ(StyleOfLanguage("no").language, "nb");
}

}  // namespace
}  // namespace newsmill::extract::dates
