// The words of dates that script/make_date_tables.py takes from CLDR.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsmill::extract::lexicon {

struct DateWord {
  std::string_view words;  // folded, a blank between two; "#" is a number
  uint32_t value = 0;
  std::string_view languages{};  // "hr|sl"; "" for all others
};

// Each sorted by the bytes of `words`; of one word, the row for all other
// languages is the last.

/// 1 to 12; 101 to 112 in the Persian calendar, 201 to 213 in the Ethiopic one;
/// 99 where the number in it is the month.
std::span<const DateWord> MonthsOfCldr();
/// 1 for Monday.
std::span<const DateWord> WeekdaysOfCldr();
/// The hours that a word such as "p.m." or "evening" may mean, a bit each.
std::span<const DateWord> DayPeriodsOfCldr();
/// Words between the parts of a date: "de", "ж".
std::span<const DateWord> DateLinksOfCldr();
/// By language or language and region: ten times the order (0 day, month, year;
/// 1 month first; 2 year first) plus the usual digits of the year, where that
/// is not 4.
std::span<const DateWord> OrdersOfCldr();

}  // namespace newsmill::extract::lexicon
