// Finds calendar days among the tokens of a line.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "date_style.h"
#include "extract/text/tokens.h"

namespace newsmill::extract::dates {

struct Day {
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
  size_t end = 0;      // index of the token after the day
  std::string clock;   // 17:40:00 of "Mar 12 17:40:00 2020"
  bool zoned = false;  // "2024-05-09+02:00": a zone, but no time
};

/// Reads the calendar days in the tokens of one line. Both arguments of the
/// constructor must outlive the reader.
class DayReader {
 public:
  using Tokens = std::span<const text::Token>;

  DayReader(Tokens tokens, const DateStyle& style)
      : tokens_(tokens), style_(style) {}

  /// Returns the day that begins at token `i`, converted to the Gregorian
  /// calendar. Returns nothing if no day begins there.
  std::optional<Day> At(size_t i) const;

 private:
  struct Number {
    int32_t value = 0;
    int32_t calendar = 0;  // a value of Calendar
    size_t next = 0;       // index of the token after the number
  };

  bool IsMark(size_t i, std::string_view mark) const;
  bool IsWord(size_t i, std::string_view word) const;
  bool IsNumber(size_t i, int32_t max_digits) const;
  bool IsAttached(size_t i) const;
  bool IsSeparator(size_t i) const;
  size_t SkipLinks(size_t i) const;
  size_t SkipBetween(size_t i) const;
  bool MayBegin(size_t i) const;
  uint32_t WeekdayNear(size_t begin, size_t end) const;

  std::optional<Number> YearAt(size_t i) const;
  std::optional<Number> YearOfEraAt(size_t i) const;
  std::optional<Number> ShortYearAt(size_t i, bool dashes) const;
  std::optional<Number> MonthAt(size_t i) const;

  std::optional<Day> MakeDay(Number year, Number month, int32_t day,
                             size_t end) const;
  std::optional<Day> YearFirst(size_t i) const;
  std::optional<Day> AfterYear(Number year) const;
  std::optional<Day> DayMonthYear(size_t i) const;
  std::optional<Day> MonthDayYear(size_t i) const;
  std::optional<Day> ClockBeforeYear(Number month, int32_t day, size_t i) const;
  std::optional<Day> YearLast(size_t i) const;
  std::optional<Day> WithShortYear(size_t i) const;
  std::optional<Day> DecideOrder(Number year, size_t i, size_t end) const;

  Tokens tokens_;
  const DateStyle& style_;
};

}  // namespace newsmill::extract::dates
