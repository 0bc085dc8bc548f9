#include "extract/dates/dates.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string DateIn(std::string_view text, const DateStyle& style = {}) {
  const auto date = FindDate(text, style);
  return date ? date->written : "(none)";
}

struct Example {
  std::string_view text;
  std::string_view written;
};

class DateTest : public testing::TestWithParam<Example> {};

TEST_P(DateTest, IsWrittenAsRfc3339) {
  EXPECT_EQ(DateIn(GetParam().text), GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(Languages, DateTest,
                         testing::ValuesIn(std::initializer_list<Example>{
                             {"2024-01-23", "2024-01-23"},
                             {"2024/1/3", "2024-01-03"},
                             {"January 23, 2024", "2024-01-23"},
                             {"Tue, Jan. 23rd 2024", "2024-01-23"},
                             {"23 January 2024", "2024-01-23"},
                             {"23-Jan-2024", "2024-01-23"},
                             {"Dienstag, 23. Januar 2024", "2024-01-23"},
                             {"le 1er mars 2024", "2024-03-01"},
                             {"23 de enero de 2024", "2024-01-23"},
                             {"23 gennaio 2024", "2024-01-23"},
                             {"23 de março de 2024", "2024-03-23"},
                             {"23 января 2024 г.", "2024-01-23"},
                             {"2024年1月23日", "2024-01-23"},
                             {"2024년 1월 23일", "2024-01-23"},
                             {"٢٣ يناير ٢٠٢٤", "2024-01-23"},
                             {"23 Ocak 2024", "2024-01-23"},
                             {"23.01.2024", "2024-01-23"},
                             {"23/01/2024", "2024-01-23"},
                             {"01/23/2024", "2024-01-23"},
                         }));

INSTANTIATE_TEST_SUITE_P(
    Times, DateTest,
    testing::ValuesIn(std::initializer_list<Example>{
        {"2024-01-23 14:30", "2024-01-23T14:30:00"},
        {"2024-01-23T14:30:05Z", "2024-01-23T14:30:05Z"},
        {"2024-01-23T14:30:05.123+05:30", "2024-01-23T14:30:05+05:30"},
        {"2024-01-23 14:30 UTC+8", "2024-01-23T14:30:00+08:00"},
        {"2024-01-23 14:30 (GMT+0800)", "2024-01-23T14:30:00+08:00"},
        {"January 23, 2024 at 2:30 p.m. EST", "2024-01-23T14:30:00-05:00"},
        {"January 23, 2024 12:05 AM", "2024-01-23T00:05:00"},
        {"4:05 pm, 23 January 2024", "2024-01-23T16:05:00"},
        {"23. Januar 2024, 9.05 Uhr", "2024-01-23T09:05:00"},
        {"23 janvier 2024 à 9h05", "2024-01-23T09:05:00"},
        {"2024年1月23日 下午2时30分", "2024-01-23T14:30:00"},
        {"23 января 2024, 14:30 мск", "2024-01-23T14:30:00+03:00"},
        {"Tue, 23 Jan 2024 10:15:00 +0100", "2024-01-23T10:15:00+01:00"},
        // An ambiguous zone gives no offset.
        {"2024-01-23 14:30 CST", "2024-01-23T14:30:00"},
        {"2024-01-23 25:00", "2024-01-23"},
    }));

INSTANTIATE_TEST_SUITE_P(NoDates, DateTest,
                         testing::ValuesIn(std::initializer_list<Example>{
                             {"", "(none)"},
                             {"03/04/2024", "(none)"},  // 3 April or 4 March
                             {"2024-13-01", "(none)"},
                             {"31 April 2024", "(none)"},
                             {"January 23", "(none)"},
                             {"Room 101, call 555-0123", "(none)"},
                             {"0924-01-23", "(none)"},
                             {"2080-06-03", "(none)"},  // a year of Nepal
                         }));

DateStyle StyleOf(std::string_view language) {
  return StyleOfLanguage(language);
}

TEST(DateLanguageTest, TheLanguageDecidesAMonthWithTwoMeanings) {
  EXPECT_EQ(DateIn("4. listopada 2022.", StyleOf("hr")), "2022-10-04");
  EXPECT_EQ(DateIn("4 listopada 2022", StyleOf("pl")), "2022-11-04");
  EXPECT_EQ(DateIn("4 listopada 2022"), "(none)");
}

TEST(DateLanguageTest, SkipsWordsAndMarksBetweenTheParts) {
  EXPECT_EQ(DateIn("8 d’octubre del 2022", StyleOf("ca")), "2022-10-08");
  EXPECT_EQ(DateIn("2022(e)ko urriaren 8(a)", StyleOf("eu")), "2022-10-08");
  EXPECT_EQ(DateIn("2022 ж. 8 қазан", StyleOf("kk")), "2022-10-08");
  EXPECT_EQ(DateIn("8 สิงหาคม พ.ศ. 2565", StyleOf("th")), "2022-08-08");
  EXPECT_EQ(DateIn("8 ส.ค. 65", StyleOf("th")), "2022-08-08");
  EXPECT_EQ(DateIn("٨\u200F/٨\u200F/٢٠٢٢", StyleOf("ar")), "2022-08-08");
  EXPECT_EQ(DateIn("8 thg 8, 2022", StyleOf("vi")), "2022-08-08");
}

TEST(DateLanguageTest, ConvertsOtherCalendars) {
  EXPECT_EQ(DateIn("۱۱ دی ۱۴۰۱", StyleOf("fa")), "2023-01-01");
  EXPECT_EQ(DateIn("۱۴۰۱/۱۰/۱۱", StyleOf("fa")), "2023-01-01");
  EXPECT_EQ(DateIn("令和4年8月8日", StyleOf("ja")), "2022-08-08");
  EXPECT_EQ(DateIn("R4.8.8", StyleOf("ja")), "2022-08-08");
  EXPECT_EQ(DateIn("民國111年8月8日", StyleOf("zh-TW")), "2022-08-08");
  EXPECT_EQ(DateIn("መስከረም 1 ቀን 2013 ዓ.ም", StyleOf("am")), "2020-09-11");
  EXPECT_EQ(DateIn("२०७९-०४-२३", StyleOf("ne")), "(none)");
}

TEST(DateLanguageTest, ReadsAWordForTheHalfOfTheDayBeforeOrAfterTheTime) {
  EXPECT_EQ(DateIn("2022년 8월 8일 월요일 오후 4:10", StyleOf("ko")),
            "2022-08-08T16:10:00");
  EXPECT_EQ(DateIn("8 Αυγούστου 2022, 4:10 μ.μ.", StyleOf("el")),
            "2022-08-08T16:10:00");
  EXPECT_EQ(DateIn("8 août 2022, 16 h 10 min 5 s", StyleOf("fr-CA")),
            "2022-08-08T16:10:05");
  EXPECT_EQ(DateIn("8 Agustus 2022 16.10 WIB", StyleOf("id")),
            "2022-08-08T16:10:00+07:00");
  EXPECT_EQ(DateIn("8. August 2022, 12:10 am Hafen", StyleOf("de")),
            "2022-08-08T12:10:00");
}

TEST(DateLanguageTest, ReadsShortYearsIfTheLanguageUsesThem) {
  EXPECT_EQ(DateIn("9/8/22", StyleOf("fr-BE")), "2022-08-09");
  EXPECT_EQ(DateIn("9/8/22", StyleOf("en-US")), "2022-09-08");
  EXPECT_EQ(DateIn("22/8/9", StyleOf("eu")), "2022-08-09");
  EXPECT_EQ(DateIn("9/8/22"), "(none)");
}

TEST(DateLanguageTest, ATimeMayFollowAShortYear) {
  for (const std::string text :
       {"09.08.22 - 16:10", "09.08.22. 16:10", "09.08.22 | 16:10"}) {
    EXPECT_EQ(DateIn(text, StyleOf("de")), "2022-08-09T16:10:00") << text;
  }
  EXPECT_EQ(DateIn("09.08.22.16", StyleOf("de")), "(none)");
  EXPECT_EQ(DateIn("9. 8. 22. 16", StyleOf("de")), "(none)");
}

TEST(DateFormatTest, ReadsFormatsOfPrograms) {
  EXPECT_EQ(DateIn("Mon Aug  8 16:10:05 2022"), "2022-08-08T16:10:05");
  EXPECT_EQ(DateIn("Mon Aug 8 16:10:05 GMT 2022"), "2022-08-08T16:10:05Z");
  EXPECT_EQ(DateIn("Mon, 08 Aug 22 16:10:05 +0200"),
            "2022-08-08T16:10:05+02:00");
  EXPECT_EQ(DateIn("2022-08-08+02:00"), "2022-08-08");
}

TEST(DateFormatTest, TheWeekdayDecidesTheOrder) {
  EXPECT_EQ(DateIn("Mon, 08/09/2021", StyleOf("en")), "2021-08-09");
  EXPECT_EQ(DateIn("Wed, 08/09/2021", StyleOf("en")), "2021-09-08");
  EXPECT_EQ(DateIn("Fri, 08/09/2021", StyleOf("en")), "(none)");
}

TEST(TwoMomentsTest, ATimeStaysWithItsDate) {
  EXPECT_EQ(DateIn("07:15, 8 August 2022 | Updated: 16:10, 9 August 2022"),
            "2022-08-08T07:15:00");
  EXPECT_EQ(DateIn("8 August 2022 | Updated: 16:10, 9 August 2022"),
            "2022-08-08");
  EXPECT_EQ(DateIn("8 August 2022 07:15 | 9 August 2022 16:10"),
            "2022-08-08T07:15:00");
}

TEST(TwoMomentsTest, OneDateWithTwoLabelledTimesGetsNoWrongTime) {
  const std::string_view text =
      "Published 08:20 | Updated 17:45, 8 August 2022";
  const auto date = FindDate(text, {});

  EXPECT_EQ(date->written, "2022-08-08");
  EXPECT_EQ(date->begin, text.find("08:20"));
  EXPECT_EQ(DateIn("Veröffentlicht 08:20 - Aktualisiert 17:45, 8. August 2022",
                   StyleOf("de")),
            "2022-08-08");
  EXPECT_EQ(DateIn("Updated 17:45 | Published 08:20, 8 August 2022"),
            "2022-08-08T08:20:00");
  EXPECT_EQ(DateIn("Updated 17:45, 8 August 2022"), "2022-08-08T17:45:00");
}

TEST(HalfOfTheDayTest, DropsTheTimeIfAWordDoesNotDecideTheHalf) {
  EXPECT_EQ(DateIn("8 Agosti 2022, saa 2:20 usiku", StyleOf("sw")),
            "2022-08-08");
  EXPECT_EQ(DateIn("8 de agosto de 2022, noche 4:40", StyleOf("es")),
            "2022-08-08");
  EXPECT_EQ(DateIn("밤 6시 30분, 2022년 8월 8일", StyleOf("ko")), "2022-08-08");
}

TEST(HalfOfTheDayTest, DropsTheTimeBesideAnUnknownWordInSomeScripts) {
  EXPECT_EQ(DateIn("৮ আগস্ট ২০২২, গভীরবেলা ৯:২০", StyleOf("bn")), "2022-08-08");
  EXPECT_EQ(DateIn("८ ऑगस्ट २०२२, ९:२० उत्तररात्री", StyleOf("mr")), "2022-08-08");
  EXPECT_EQ(DateIn("2022年8月8日 薄暮6:20", StyleOf("zh")), "2022-08-08");
}

TEST(HalfOfTheDayTest, KeepsTheTimeBesideWordsWithAnotherMeaning) {
  EXPECT_EQ(DateIn("8 अगस्त 2022, 9:20 बजे", StyleOf("hi")),
            "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("8 अगस्त 2022, समय 9:20", StyleOf("hi")),
            "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("৮ আগস্ট ২০২২, ২১:২০ সংবাদ", StyleOf("bn")),
            "2022-08-08T21:20:00");
  EXPECT_EQ(DateIn("2022年8月8日9:20 来源：湖报", StyleOf("zh")),
            "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("2022年8月8日 北京时间9:20", StyleOf("zh")),
            "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("2022年8月8日 于9:20", StyleOf("zh")),
            "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("8 August 2022 Hollin 9:20"), "2022-08-08T09:20:00");
  EXPECT_EQ(DateIn("3 يونيو 2022م 9:20", StyleOf("ar")), "2022-06-03T09:20:00");
}

TEST(DurationTest, IsNotTheTimeOfTheDate) {
  for (const std::string_view text :
       {"8 August 2022 (3:12 listen)", "8 August 2022 - Video 2:45",
        "Video: 2:45 | 8 August 2022", "8 août 2022 · Temps de lecture : 2:45",
        "8 August 2022 · 12:20 mins", "8. August 2022 · Lesezeit 3.20 Min.",
        "August 8, 2022 · 3:20 to read", "2022年8月8日 时长 3:20",
        "8 августа 2022 · Длительность: 3:20"}) {
    EXPECT_EQ(DateIn(text), "2022-08-08") << text;
  }
  EXPECT_EQ(DateIn("8 August 2022 14:31 | Video"), "2022-08-08T14:31:00");
  EXPECT_EQ(DateIn("8 August 2022, 14:31 - Reading time: 3 min"),
            "2022-08-08T14:31:00");
}

TEST(DateLinkTest, AWordForTheHourMayPrecedeTheTime) {
  EXPECT_EQ(DateIn("8 sierpnia 2022, godz. 21.15", StyleOf("pl")),
            "2022-08-08T21:15:00");
  EXPECT_EQ(DateIn("8 august 2022, ora 21.15", StyleOf("ro")),
            "2022-08-08T21:15:00");
  EXPECT_EQ(DateIn("8. elokuuta 2022, kello 21.15", StyleOf("fi")),
            "2022-08-08T21:15:00");
  EXPECT_EQ(DateIn("8. srpna 2022, hod. 21.15", StyleOf("cs")),
            "2022-08-08T21:15:00");
  EXPECT_EQ(DateIn("8 August 2022, rose 21.15"), "2022-08-08");
}

TEST(DateLanguageTest, ReadsMonthsThatAreNotInCldr) {
  EXPECT_EQ(DateIn("8 Agoosto 2022", StyleOf("so")), "2022-08-08");
  EXPECT_EQ(DateIn("8 ga Agusta, 2022", StyleOf("ha")), "2022-08-08");
  EXPECT_EQ(DateIn("2022 අගෝස්තු 8, ප.ව. 7.20", StyleOf("si")),
            "2022-08-08T19:20:00");
  EXPECT_EQ(DateIn("2022 පෙබරවාරි 8", StyleOf("si")), "2022-02-08");
}

TEST(DateLanguageTest, ReadsNumeralsInChineseCharacters) {
  EXPECT_EQ(DateIn("二〇二二年八月八日", StyleOf("zh")), "2022-08-08");
  EXPECT_EQ(DateIn("二○二二年十二月三十一日", StyleOf("zh")), "2022-12-31");
  EXPECT_EQ(DateIn("二零二二年十月二十號 9:20", StyleOf("zh-TW")),
            "2022-10-20T09:20:00");
  EXPECT_EQ(DateIn("二〇二二年 第三十一届", StyleOf("zh")), "(none)");
  EXPECT_EQ(DateIn("二〇二二年八月四十日", StyleOf("zh")), "(none)");
}

TEST(DateFormatTest, TheWeekdayMayFollowInBrackets) {
  EXPECT_EQ(DateIn("08/09/2021 (Mon)", StyleOf("en")), "2021-08-09");
  EXPECT_EQ(DateIn("08/09/2021 (Wed)", StyleOf("en")), "2021-09-08");
  EXPECT_EQ(DateIn("08/09/2021 (Fri)", StyleOf("en")), "(none)");
}

TEST(DateOrderTest, IsUsedWhereTwoReadingsArePossible) {
  EXPECT_EQ(DateIn("03/04/2024", {.order = DayOrder::kDayFirst}), "2024-04-03");
}

TEST(DateOrderTest, SaysWhereTheDateStood) {
  const auto date = FindDate("on 2024-01-23 10:00, at sea", {});

  EXPECT_EQ(date->begin, 3U);
  EXPECT_EQ(date->end, 19U);
}

TEST(DateTest, ADayThatNoCalendarHasIsNone) {
  EXPECT_EQ(DateIn("29 February 2024"), "2024-02-29");
  EXPECT_EQ(DateIn("29 February 2023"), "(none)");
}

}  // namespace
}  // namespace newsmill::extract::dates
