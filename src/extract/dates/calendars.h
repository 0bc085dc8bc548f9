// Calendars other than the Gregorian one.
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

/// Returns the Gregorian day. Returns nothing if the calendar does not have the
/// day, or if the year is long before or after the years of web news.
std::optional<CalendarDay> ToGregorian(Calendar calendar, CalendarDay day);

}  // namespace newsmill::extract::dates
