// Words of dates, which script/make_date_tables.py extracts from CLDR.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

struct DateWord {
  std::string_view words;  // folded, with blanks between; "#" is a number
  uint32_t value = 0;
  std::string_view languages{};  // "hr|sl"; "" for all others
};

// Each table is sorted by the bytes of `words`. If `words` has several rows,
// the row for all other languages is the last one.

/// Returns names of months. The values are 1 to 12, 101 to 112 in the Persian
/// calendar, and 201 to 213 in the Ethiopic calendar. The value is 99 if the
/// name contains the number of the month.
std::span<const DateWord> MonthsOfCldr();
/// Returns names of weekdays: 1 for Monday.
std::span<const DateWord> WeekdaysOfCldr();
/// Returns words for parts of the day, such as "p.m." and "evening". The value
/// has one bit for each possible hour.
std::span<const DateWord> DayPeriodsOfCldr();
/// Returns words between the parts of a date: "de", "ж".
std::span<const DateWord> DateLinksOfCldr();
/// Returns the formats of numeric dates; `words` is a language, or a language
/// and a region. The value is ten times the order (0: day, month, year; 1:
/// month first; 2: year first) plus the usual number of digits of the year (2
/// or 4). A language with the value 4 has no row. A region with the same value
/// as its language has no row.
std::span<const DateWord> OrdersOfCldr();

}  // namespace newsmill::extract::lexicon
