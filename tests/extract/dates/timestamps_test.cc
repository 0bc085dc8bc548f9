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

TEST(TimestampsTest, SaneIsFromTheFirstDayToTheFetch) {
  const auto is_sane = [](std::string_view written, std::string_view latest) {
    return IsSane(written, kFirstDayOfPages, latest);
  };
  EXPECT_FALSE(is_sane("1994-12-31", ""));
  EXPECT_TRUE(is_sane("2024-01-23", ""));
  EXPECT_TRUE(is_sane("2024-01-23T14:30:00Z", "2024-01-23T10:00:00Z"));
  EXPECT_FALSE(is_sane("2024-02-23", "2024-01-23T10:00:00Z"));
}

TEST(TimestampsTest, AnArchiveInAFeedBeginsAfterTheDayOfUnsetDates) {
  EXPECT_TRUE(IsSane("1986-05-02T08:00:00Z", kFirstDayOfFeeds, ""));
  EXPECT_TRUE(IsSane("1970-01-02", kFirstDayOfFeeds, ""));
  EXPECT_FALSE(IsSane("1970-01-01T01:00:00+01:00", kFirstDayOfFeeds, ""));
  EXPECT_FALSE(IsSane("1969-12-31", kFirstDayOfFeeds, ""));
}

TEST(TimestampsTest, ReadsOldDatesOfFeeds) {
  const DateStyle feed{.is_feed = true};

  EXPECT_EQ(Read("Fri, 02 May 1986 08:00:00 GMT", feed),
            "1986-05-02T08:00:00Z");
  EXPECT_EQ(Read("Fri, 02 May 86 08:00:00 GMT", feed), "1986-05-02T08:00:00Z");
  EXPECT_EQ(Read("3 June 1974", feed), "1974-06-03");
  EXPECT_EQ(Read("3 June 1968", feed), "none");
  EXPECT_EQ(Read("3 June 1974"), "none");
}

TEST(TimestampsTest, ReadsShortOffsetsOfFeeds) {
  const DateStyle feed{.is_feed = true};

  for (const std::string_view offset :
       {"+02", "+2", "+2:00", "+0200", "+02:00", "GMT+2", "+0200 (CEST)"}) {
    EXPECT_EQ(Read("Fri, 01 May 2026 08:00:00 " + std::string(offset), feed),
              "2026-05-01T08:00:00+02:00")
        << offset;
  }
  EXPECT_EQ(Read("Fri, 01 May 2026 08:00 -5", feed),
            "2026-05-01T08:00:00-05:00");
  EXPECT_EQ(Read("2026-05-01T08:00:7+02:00", feed),
            "2026-05-01T08:00:07+02:00");
  EXPECT_EQ(Read("2026-05-01 08:00:07 +02", feed), "2026-05-01T08:00:07+02:00");
  // On a page, a number after a dash is not an offset.
  EXPECT_EQ(Read("1 May 2026 08:00 -5"), "2026-05-01T08:00:00");
  EXPECT_EQ(Read("1 May 2026 08:00 - 5", feed), "2026-05-01T08:00:00");
}

TEST(TimestampsTest, ReadsFieldsOfOneDigitInFeeds) {
  const DateStyle feed{.is_feed = true};

  EXPECT_EQ(Read("Fri, 1 May 2026 8:5:3 GMT", feed), "2026-05-01T08:05:03Z");
  EXPECT_EQ(Read("2026-5-1T8:5:3Z", feed), "2026-05-01T08:05:03Z");
  EXPECT_EQ(Read("Fri, 1 May 2026 8:5 GMT", feed), "2026-05-01");
  EXPECT_EQ(Read("1 May 2026 8:5:3"), "2026-05-01");
}

TEST(TimestampsTest, AZoneWithoutATimeIsNoTime) {
  const DateStyle feed{.is_feed = true};

  for (const std::string_view zone :
       {" +01:00", " -01:00", " +0100", " GMT", " +1", "Z"}) {
    EXPECT_EQ(Read("1 May 2026" + std::string(zone), feed), "2026-05-01")
        << zone;
  }
  EXPECT_EQ(Read("1 May 2026 +01:00"), "2026-05-01");
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
