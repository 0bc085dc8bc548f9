// Tables of the words of dates. script/make_date_tables.py extracts these words
// from CLDR.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

struct DateWord {
  std::string_view words;  // folded, with blanks between; "#" is a number
  uint32_t value = 0;
  std::string_view languages{};  // "hr|sl"; "" for all other languages
};

// Each table is sorted by the bytes of `words`. Several rows may have the same
// `words`. The last of these rows is for all languages that have no row of
// their own.

/// Returns names of months. The values are 1 to 12 in the Gregorian calendar,
/// 101 to 112 in the Persian calendar, and 201 to 213 in the Ethiopic calendar.
/// The value is 99 if the name contains the number of the month.
std::span<const DateWord> MonthsOfCldr();
/// Returns names of weekdays: 1 for Monday.
std::span<const DateWord> WeekdaysOfCldr();
/// Returns words for parts of the day, such as "p.m." and "evening". The value
/// has one bit for each hour that the word can mean.
std::span<const DateWord> DayPeriodsOfCldr();
/// Returns words that are written between the parts of a date: "de", "ж".
std::span<const DateWord> DateLinksOfCldr();
/// Returns the formats of numeric dates. `words` is a language, or a language
/// and a region. The value is ten times the order plus the usual number of
/// digits of the year (2 or 4). The order is 0 for day, month, year, 1 for
/// month first, and 2 for year first. A language with the value 4 has no row. A
/// region with the same value as its language has no row.
std::span<const DateWord> OrdersOfCldr();

}  // namespace newsmill::extract::lexicon
