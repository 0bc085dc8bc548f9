// Tables of the words that occur in dates. script/make_date_tables.py extracts
// these words from CLDR, the locale data of Unicode.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

struct DateWord {
  std::string_view words;  // lower case, separated by blanks; "#": a number
  uint32_t value = 0;
  std::string_view languages{};  // "hr|sl"; "" for all other languages
};

// Each table is sorted by the bytes of `words`. If several rows have the same
// `words`, the last of these rows is for all languages that the other rows do
// not list.

/// Returns names of months. The values are 1 to 12 in the Gregorian calendar,
/// 101 to 112 in the Persian calendar, and 201 to 213 in the Ethiopic calendar.
/// The value is 99 if the name contains the number of the month, as in "tháng
/// 5".
std::span<const DateWord> MonthsOfCldr();
/// Returns names of weekdays. The value is 1 for Monday and 7 for Sunday.
std::span<const DateWord> WeekdaysOfCldr();
/// Returns words for parts of the day, such as "p.m." and "evening". The value
/// has one bit for each hour that the word can mean.
std::span<const DateWord> DayPeriodsOfCldr();
/// Returns words that are written between the parts of a date: "de", "ж".
std::span<const DateWord> DateLinksOfCldr();
/// Returns the formats of numeric dates such as "3/5/2024". `words` is a
/// language ("pt"), or a language and a region ("pt-mz"). The value is ten
/// times the order plus the usual number of digits of the year (2 or 4). The
/// order is 0 for day, month, year; 1 for month first; 2 for year first. The
/// table has no rows for languages with the value 4, and no rows for regions
/// with the value of their language.
std::span<const DateWord> OrdersOfCldr();

}  // namespace newsmill::extract::lexicon
