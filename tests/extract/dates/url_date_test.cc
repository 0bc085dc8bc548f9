#include "extract/dates/url_date.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string DateOf(std::string_view path, const DateStyle& style = {}) {
  return DateOfUrl("https://www.example.com" + std::string(path), style);
}

TEST(PageUrlDateTest, ReadsYearMonthAndDay) {
  for (const std::string_view path :
       {"/2024/01/23/rain", "/2024-01-23-rain.html", "/news/20240123/rain",
        "/2024/jan/23/rain", "/rain-2024_1_23"}) {
    EXPECT_EQ(DateOf(path), "2024-01-23") << path;
  }
}

TEST(PageUrlDateTest, ReadsTheDayFirstWhereTheOrderIsKnown) {
  EXPECT_EQ(DateOf("/23-01-2024-rain"), "2024-01-23");
  EXPECT_EQ(DateOf("/03-04-2024-rain"), "");
  EXPECT_EQ(DateOf("/03-04-2024-rain", {.order = DayOrder::kDayFirst}),
            "2024-04-03");
}

TEST(PageUrlDateTest, AMonthOrANumberIsNoDate) {
  for (const std::string_view path :
       {"/2024/01/", "/story/20241345", "/id/120240123", "/2024-rain", "/"}) {
    EXPECT_EQ(DateOf(path), "") << path;
  }
}

TEST(PageUrlDateTest, LooksNeitherAtTheHostNorAtTheQuery) {
  EXPECT_EQ(DateOfUrl("https://2024-01-23.example.com/rain?d=2024-01-23", {}),
            "");
}

}  // namespace
}  // namespace newsmill::extract::dates
