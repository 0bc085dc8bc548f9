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

/// The Gregorian day, for years in which news were published on the web; none
/// for a day that the calendar does not have.
std::optional<CalendarDay> ToGregorian(Calendar calendar, CalendarDay day);

}  // namespace newsmill::extract::dates
