#include "extract/dates/calendars.h"

#include "fmt/format.h"
#include "gtest/gtest.h"

namespace newsmill::extract::dates {
namespace {

std::string Gregorian(Calendar calendar, CalendarDay day) {
  const auto date = ToGregorian(calendar, day);
  if (!date) return "none";
  return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
}

TEST(CalendarsTest, APersianYearBeginsInMarch) {
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1400, 1, 1}), "2021-03-21");
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1404, 1, 1}), "2025-03-21");
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1401, 10, 11}), "2023-01-01");
}

TEST(CalendarsTest, OnlyAPersianLeapYearHasADay30InItsLastMonth) {
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1403, 12, 30}), "2025-03-20");
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1402, 12, 30}), "none");
  EXPECT_EQ(Gregorian(Calendar::kPersian, {1402, 8, 31}), "none");
}

TEST(CalendarsTest, AnEthiopicYearBeginsInSeptember) {
  EXPECT_EQ(Gregorian(Calendar::kEthiopic, {2013, 1, 1}), "2020-09-11");
  EXPECT_EQ(Gregorian(Calendar::kEthiopic, {2012, 1, 1}), "2019-09-12");
  EXPECT_EQ(Gregorian(Calendar::kEthiopic, {2011, 13, 6}), "2019-09-11");
  EXPECT_EQ(Gregorian(Calendar::kEthiopic, {2012, 13, 6}), "none");
}

}  // namespace
}  // namespace newsmill::extract::dates
