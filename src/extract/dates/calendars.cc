#include "calendars.h"

#include <algorithm>
#include <chrono>

namespace newsmill::extract::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

std::optional<CalendarDay> Of(sys_days day) {
  const std::chrono::year_month_day date(day);
  return CalendarDay{static_cast<int32_t>(static_cast<int>(date.year())),
                     static_cast<int32_t>(static_cast<unsigned>(date.month())),
                     static_cast<int32_t>(static_cast<unsigned>(date.day()))};
}

/// Returns the first day of a Persian year as a Gregorian day. Assumes that
/// leap years repeat every 33 years. The result is exact for the Persian years
/// 1343 to 1472 (Gregorian 1964 to 2093).
sys_days PersianNewYear(int32_t number) {
  // The fixed point is 1 Farvardin 1375, which was 20 March 1996.
  const auto before = [](int32_t y) { return 365 * y + (8 * y + 21) / 33; };
  return sys_days(year(1996) / 3 / 20) + days(before(number) - before(1375));
}

std::optional<CalendarDay> OfPersian(CalendarDay d) {
  if (d.year < 1343 || d.year > 1472) return std::nullopt;
  if (d.month < 1 || d.month > 12 || d.day < 1) return std::nullopt;
  const int32_t passed =
      31 * std::min(d.month - 1, 6) + 30 * std::max(d.month - 7, 0);
  const sys_days day = PersianNewYear(d.year) + days(passed + d.day - 1);
  const bool fits =
      d.day <= (d.month <= 6 ? 31 : 30) && day < PersianNewYear(d.year + 1);
  return fits ? Of(day) : std::nullopt;
}

/// Converts an Ethiopic day to a Gregorian day. An Ethiopic year has twelve
/// months of 30 days and a last month of 5 or 6 days:
/// https://www.unicode.org/reports/tr35/tr35-dates.html#Calendar_Data
std::optional<CalendarDay> OfEthiopic(CalendarDay d) {
  if (d.year < 1900 || d.year > 2090) return std::nullopt;
  if (d.month < 1 || d.month > 13 || d.day < 1) return std::nullopt;
  const int32_t last = d.month < 13 ? 30 : d.year % 4 == 3 ? 6 : 5;
  if (d.day > last) return std::nullopt;
  // 1 Meskerem 2000 was 12 September 2007.
  return Of(sys_days(year(2007) / 9 / 12) +
            days(365 * (d.year - 2000) + d.year / 4 - 500 + 30 * (d.month - 1) +
                 d.day - 1));
}

}  // namespace

std::optional<CalendarDay> ToGregorian(Calendar calendar, CalendarDay day) {
  switch (calendar) {
    case Calendar::kGregorian:
      return day;
    case Calendar::kPersian:
      return OfPersian(day);
    case Calendar::kEthiopic:
      return OfEthiopic(day);
  }
  return std::nullopt;
}

}  // namespace newsmill::extract::dates
