#include "extract/dates/dates.h"

#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string DateIn(std::string_view text, DayOrder order = DayOrder::kUnknown) {
  const auto date = FindDate(text, order);
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
                         }));

TEST(DateOrderTest, IsUsedWhereTwoReadingsArePossible) {
  EXPECT_EQ(DateIn("03/04/2024", DayOrder::kDayFirst), "2024-04-03");
}

TEST(DateOrderTest, SaysWhereTheDateStood) {
  const auto date = FindDate("on 2024-01-23 10:00, at sea", DayOrder::kUnknown);

  EXPECT_EQ(date->begin, 3U);
  EXPECT_EQ(date->end, 19U);
}

TEST(DateTest, ADayThatNoCalendarHasIsNone) {
  EXPECT_EQ(DateIn("29 February 2024"), "2024-02-29");
  EXPECT_EQ(DateIn("29 February 2023"), "(none)");
}

}  // namespace
}  // namespace newsmill::extract::dates
