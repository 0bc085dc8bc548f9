#include "extract/dates/clock_times.h"

#include <utility>
#include <vector>

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
  EXPECT_EQ(TimeOf("14:30 CST", {.is_feed = true}), "14:30:00-06:00");
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

TEST(ClockTimesTest, MinutesOfOneDigitNeedAUnit) {
  EXPECT_EQ(TimeOf("午前7時3分"), "07:03:00");
  EXPECT_EQ(TimeOf("오후 7시 3분"), "19:03:00");
  EXPECT_EQ(TimeOf("下午4点8分6秒"), "16:08:06");
  EXPECT_EQ(TimeOf("18 h 4 min"), "18:04:00");
  EXPECT_EQ(TimeOf("午後7時半"), "19:30:00");
  // Without valid minutes, an hour is not a time.
  EXPECT_EQ(TimeOf("午後7時3"), "none");
  EXPECT_EQ(TimeOf("19時88分"), "none");
  EXPECT_EQ(TimeOf("7:3"), "none");
}

TEST(ClockTimesTest, ReadsShortWordsForPartsOfTheDay) {
  EXPECT_EQ(TimeOf("ÖS 7:20", {.language = "tr"}), "19:20:00");
  EXPECT_EQ(TimeOf("ÖÖ 7:20", {.language = "tr"}), "07:20:00");
  EXPECT_EQ(TimeOf("밤 10시 15분"), "22:15:00");
  EXPECT_EQ(TimeOf("夜8時10分"), "20:10:00");
  EXPECT_EQ(TimeOf("朝8時10分"), "08:10:00");
  EXPECT_EQ(TimeOf("م 7:20", {.language = "ar"}), "none");
}

TEST(ClockTimesTest, ReadsWordsForPartsOfTheDayInManyLanguages) {
  const std::vector<std::pair<std::string_view, std::string_view>> times = {
      {"রাত ১০:১৫", "22:15:00"},      {"রাত ২:১৫", "02:15:00"},
      {"বিকেল ৫:২০", "17:20:00"},     {"সন্ধ্যায় ৭:১০", "19:10:00"},
      {"০৭:১০ পিএম", "19:10:00"},     {"৭:১০ পূর্বাহ্ন", "07:10:00"},
      {"रात्री १०:१५", "22:15:00"},    {"दुपारी 2:40", "14:40:00"},
      {"संध्याकाळी 7:10", "19:10:00"},  {"सकाळी 7:10", "07:10:00"},
      {"7:10 पीएम", "19:10:00"},      {"दिउँसो 2:40", "14:40:00"},
      {"ਸ਼ਾਮ 7:10", "19:10:00"},       {"பிற்பகல் 7:10", "19:10:00"},
      {"ಬೆಳಿಗ್ಗೆ 7:10", "07:10:00"},      {"വൈകിട്ട് 5:20", "17:20:00"},
      {"పీఎం 7:10", "19:10:00"},       {"رات گئے 1:20", "01:20:00"},
      {"7:10 مساءا", "19:10:00"},     {"傍晚7:10", "19:10:00"},
      {"深夜11:40", "23:40:00"},      {"深夜0時40分", "00:40:00"},
      {"晚9:50", "21:50:00"},         {"새벽 4시 20분", "04:20:00"},
      {"아침 8시 20분", "08:20:00"},  {"tối 11:40", "23:40:00"},
      {"dini hari 1:40", "01:40:00"},
  };
  for (const auto& [text, written] : times) {
    EXPECT_EQ(TimeOf(text), written) << text;
  }
}

TEST(ClockTimesTest, TheNightIncludesHoursBeforeAndAfterMidnight) {
  EXPECT_EQ(TimeOf("12:40 de la noche"), "00:40:00");
  EXPECT_EQ(TimeOf("1:40 de la noche"), "01:40:00");
  EXPECT_EQ(TimeOf("10:40 de la noche"), "22:40:00");
  EXPECT_EQ(TimeOf("12:40 du soir"), "00:40:00");
  EXPECT_EQ(TimeOf("6:40 du soir"), "18:40:00");
  EXPECT_EQ(TimeOf("12:40 da noite"), "00:40:00");
  EXPECT_EQ(TimeOf("4:40 de la noche"), "none");
}

TEST(ClockTimesTest, APrepositionDoesNotChangeTheHour) {
  EXPECT_EQ(TimeOf("8:40 em 3 de maio", {.language = "pt"}), "08:40:00");
  EXPECT_EQ(TimeOf("8:40 em", {.language = "sv"}), "20:40:00");
  EXPECT_EQ(TimeOf("du 8:40", {.language = "fr"}), "08:40:00");
  EXPECT_EQ(TimeOf("du. 8:40", {.language = "hu"}), "20:40:00");
  EXPECT_EQ(TimeOf("de 12:40", {.language = "es"}), "12:40:00");
}

TEST(ClockTimesTest, AnHourWordMayPrecedeThePartOfTheDay) {
  EXPECT_EQ(TimeOf("8:40 Uhr abends"), "20:40:00");
  EXPECT_EQ(TimeOf("8:40 h de la noche"), "20:40:00");
  EXPECT_EQ(TimeOf("8 ч вечера"), "20:00:00");
  EXPECT_EQ(TimeOf("8:40 बजे रात"), "20:40:00");
  EXPECT_EQ(TimeOf("8:40 بجے رات"), "20:40:00");
  EXPECT_EQ(TimeOf("12 Uhr am 3. Mai"), "12:00:00");
  EXPECT_EQ(TimeOf("8:40 on Monday"), "08:40:00");
}

TEST(ClockTimesTest, RejectsTimesOfTheSwahiliClock) {
  EXPECT_EQ(TimeOf("2:20 usiku"), "none");
  EXPECT_EQ(TimeOf("2:20 asubuhi"), "none");
  EXPECT_EQ(TimeOf("20:20"), "20:20:00");
}

TEST(ClockTimesTest, ADurationIsNotATime) {
  for (const std::string_view text :
       {"3:12 listen", "12:20 mins", "12:20 min", "3:12 to read",
        "3:12 minutes", "3:12 min de lecture", "2:45 Minuten", "2:45 मिनट",
        "3時間", "3小时", "2:45 минут"}) {
    EXPECT_EQ(TimeOf(text), "none") << text;
  }
  EXPECT_EQ(TimeOf("14:31 Lesezeit: 3 Minuten"), "14:31:00");
  EXPECT_EQ(TimeOf("14:31 Reading time 3 min"), "14:31:00");
  EXPECT_EQ(TimeOf("14:31 Watch live"), "14:31:00");
  EXPECT_EQ(TimeOf("4:05 pm listen"), "16:05:00");
}

TEST(ClockTimesTest, SaysHowManyTokensItTook) {
  EXPECT_EQ(ClockTimeAt(text::TokensOf("14:30 UTC on Monday", 32), {})->tokens,
            4U);
}

}  // namespace
}  // namespace newsmill::extract::dates
