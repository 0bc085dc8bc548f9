#include "extract/dates/clock_times.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string TimeOf(std::string_view text, const DateStyle& style = {}) {
  const auto time = ClockTimeAt(text::TokensOf(text, 32), style);
  return time ? time->written : "none";
}

TEST(ClockTimesTest, ReadsHoursMinutesAndSeconds) {
  EXPECT_EQ(TimeOf("14:30"), "14:30:00");
  EXPECT_EQ(TimeOf("14:30:05.123"), "14:30:05");
  EXPECT_EQ(TimeOf("9:05"), "09:05:00");
}

TEST(ClockTimesTest, ReadsHalvesOfTheDay) {
  EXPECT_EQ(TimeOf("2:30 pm"), "14:30:00");
  EXPECT_EQ(TimeOf("2.30 p.m."), "14:30:00");
  EXPECT_EQ(TimeOf("12 am"), "00:00:00");
  EXPECT_EQ(TimeOf("12:15 PM"), "12:15:00");
}

TEST(ClockTimesTest, ReadsHowOtherLanguagesWriteThem) {
  EXPECT_EQ(TimeOf("14h30"), "14:30:00");
  EXPECT_EQ(TimeOf("14.30 Uhr"), "14:30:00");
  EXPECT_EQ(TimeOf("14 Uhr"), "14:00:00");
  EXPECT_EQ(TimeOf("14时30分"), "14:30:00");
  EXPECT_EQ(TimeOf("下午2:30"), "14:30:00");
  EXPECT_EQ(TimeOf("午前9時"), "09:00:00");
}

TEST(ClockTimesTest, WritesTheZoneThatIsStated) {
  EXPECT_EQ(TimeOf("14:30 UTC"), "14:30:00Z");
  EXPECT_EQ(TimeOf("14:30 GMT+8"), "14:30:00+08:00");
  EXPECT_EQ(TimeOf("14:30 (CET)"), "14:30:00+01:00");
  EXPECT_EQ(TimeOf("14:30 -0500"), "14:30:00-05:00");
}

TEST(ClockTimesTest, AWordSuchAsEveningDecidesTheHalfOfTheDay) {
  EXPECT_EQ(TimeOf("晚上8:30"), "20:30:00");
  EXPECT_EQ(TimeOf("दोपहर 1:15", {.language = "hi"}), "13:15:00");
  EXPECT_EQ(TimeOf("7:05 مساءً", {.language = "ar"}), "19:05:00");
  EXPECT_EQ(TimeOf("11:05 PTG", {.language = "ms"}), "23:05:00");
  EXPECT_EQ(TimeOf("9:05 CH", {.language = "vi"}), "21:05:00");
}

TEST(ClockTimesTest, ReadsZonesOfRfc822InFeeds) {
  EXPECT_EQ(TimeOf("14:30 CST", {.rfc822_zones = true}), "14:30:00-06:00");
  EXPECT_EQ(TimeOf("14:30 UT"), "14:30:00Z");
  EXPECT_EQ(TimeOf("14:30 AEDT"), "14:30:00+11:00");
}

TEST(ClockTimesTest, AZoneWithSeveralMeaningsStatesNone) {
  EXPECT_EQ(TimeOf("14:30 CST"), "14:30:00");
  EXPECT_EQ(TimeOf("14:30 - 5 comments"), "14:30:00");
}

TEST(ClockTimesTest, WhatMayBeSomethingElseIsNone) {
  for (const std::string_view text :
       {"14", "4.50.2024", "25:00", "14:60", "noon", ""}) {
    EXPECT_EQ(TimeOf(text), "none") << text;
  }
}

TEST(ClockTimesTest, SaysHowManyTokensItTook) {
  EXPECT_EQ(ClockTimeAt(text::TokensOf("14:30 UTC on Monday", 32), {})->tokens,
            4U);
}

}  // namespace
}  // namespace newsmill::extract::dates
