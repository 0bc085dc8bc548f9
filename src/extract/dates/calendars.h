// Converts days of other calendars to the Gregorian calendar.
#pragma once

#include <cstdint>
#include <optional>

namespace newsmill::extract::dates {

enum class Calendar { kGregorian, kPersian, kEthiopic };

struct CalendarDay {
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
};

/// Returns the Gregorian day for `day` of `calendar`. Returns nothing if the
/// calendar has no such day, or if the year is too early or too late for web
/// news.
std::optional<CalendarDay> ToGregorian(Calendar calendar, CalendarDay day);

}  // namespace newsmill::extract::dates
