#include "extract/dates/timestamps.h"

#include <gtest/gtest.h>

namespace newsmill::extract::dates {
namespace {

std::string Read(std::string_view text, const DateStyle& style = {}) {
  return ReadTimestamp(text, style).value_or("none");
}

TEST(TimestampsTest, KeepsTheOffsetThatIsStated) {
  EXPECT_EQ(Read("2024-01-23T14:30:00+01:00"), "2024-01-23T14:30:00+01:00");
  EXPECT_EQ(Read("2024-01-23T14:30:00.389-0500"), "2024-01-23T14:30:00-05:00");
  EXPECT_EQ(Read("2024-01-23 14:30:00 UTC"), "2024-01-23T14:30:00Z");
}

TEST(TimestampsTest, AddsNothingThatIsNotStated) {
  EXPECT_EQ(Read("2024-01-23T14:30"), "2024-01-23T14:30:00");
  EXPECT_EQ(Read("2024-01-23"), "2024-01-23");
  EXPECT_EQ(Read("20240123"), "2024-01-23");
}

TEST(TimestampsTest, ReadsSecondsSince1970AsAnInstant) {
  EXPECT_EQ(Read("1706016600"), "2024-01-23T13:30:00Z");
  EXPECT_EQ(Read("1706016600000"), "2024-01-23T13:30:00Z");
}

TEST(TimestampsTest, ReadsMailDates) {
  EXPECT_EQ(Read("Tue, 23 Jan 2024 14:30:00 +0100"),
            "2024-01-23T14:30:00+01:00");
}

TEST(TimestampsTest, RefusesWhatIsNoDate) {
  EXPECT_EQ(Read("2024-13-45"), "none");
  EXPECT_EQ(Read("yesterday"), "none");
  EXPECT_EQ(Read("two days ago"), "none");
  EXPECT_EQ(Read(""), "none");
}

TEST(TimestampsTest, NeverGuessesWhichIsTheDay) {
  EXPECT_EQ(Read("03/04/2024"), "none");
  EXPECT_EQ(Read("03/04/2024", {.order = DayOrder::kDayFirst}), "2024-04-03");
  EXPECT_EQ(Read("03/04/2024", {.order = DayOrder::kMonthFirst}), "2024-03-04");
  EXPECT_EQ(Read("23/04/2024", {.order = DayOrder::kMonthFirst}), "2024-04-23");
}

TEST(TimestampsTest, SaneIsFrom1995ToTheFetch) {
  EXPECT_FALSE(IsSane("1994-12-31", ""));
  EXPECT_TRUE(IsSane("2024-01-23", ""));
  EXPECT_TRUE(IsSane("2024-01-23T14:30:00Z", "2024-01-23T10:00:00Z"));
  EXPECT_FALSE(IsSane("2024-02-23", "2024-01-23T10:00:00Z"));
}

TEST(TimestampsTest, FindsTheOffsetBetweenTwoStatementsOfOneMoment) {
  EXPECT_EQ(AtLocalTime("2024-01-24T02:25:54Z", "2024-01-23T21:25:00"),
            "2024-01-23T21:25:54-05:00");
  EXPECT_EQ(AtLocalTime("2024-01-24T02:25:54Z", "2024-01-23T21:26:00"), "");
  EXPECT_EQ(AtLocalTime("2024-01-24T02:25:54Z", "2024-01-21T02:25:00"), "");
  EXPECT_EQ(AtLocalTime("2024-01-23T23:00:00Z", "2024-01-24"),
            "2024-01-24T00:00:00+01:00");
  EXPECT_EQ(AtLocalTime("2024-01-23T22:47:12Z", "2024-01-24"), "");
}

}  // namespace
}  // namespace newsmill::extract::dates
