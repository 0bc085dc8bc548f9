#include "dates.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "clock_times.h"
#include "extract/lexicon/month_names.h"
#include "extract/text/tokens.h"
#include "fmt/compile.h"
#include "fmt/format.h"

namespace newsmill::extract::dates {
namespace {

constexpr size_t kMaxTokens = 64;
// The most tokens between a date and its time: "22 January 2024, at about
// 14:30".
constexpr size_t kMaxGap = 4;

using Tokens = std::span<const text::Token>;

struct Day {
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
  size_t tokens = 0;  // number of tokens that it consists of
};

bool IsPlausible(const Day& day) {
  const std::chrono::year_month_day date{
      std::chrono::year(day.year),
      std::chrono::month(static_cast<unsigned>(day.month)),
      std::chrono::day(static_cast<unsigned>(day.day))};
  return day.year >= 1990 && day.year < 2100 && date.ok();
}

std::optional<Day> Plausible(Day day) {
  // A year of Thailand's Buddhist calendar.
  if (day.year > 2533 && day.year < 2643) day.year -= 543;
  return IsPlausible(day) ? std::optional(day) : std::nullopt;
}

bool IsNumber(Tokens tokens, size_t i, int32_t max_digits) {
  return i < tokens.size() && tokens[i].IsNumber() &&
         tokens[i].digits <= max_digits;
}
bool IsYear(Tokens tokens, size_t i) {
  return IsNumber(tokens, i, 4) && tokens[i].digits == 4;
}
bool IsMark(Tokens tokens, size_t i, std::string_view mark) {
  return i < tokens.size() && tokens[i].IsMark(mark);
}
bool IsWordIn(Tokens tokens, size_t i,
              std::initializer_list<std::string_view> words) {
  if (i >= tokens.size()) return false;
  for (const std::string_view word : words) {
    if (tokens[i].IsWord(word)) return true;
  }
  return false;
}

bool IsDateMark(const text::Token& token) {
  return token.IsMark("-") || token.IsMark("/") || token.IsMark(".");
}

/// Reads 2024-01-23, 2024/1/23, 2024.01.23.
std::optional<Day> YearFirst(Tokens t) {
  if (!IsYear(t, 0) || t.size() < 5 || !IsDateMark(t[1])) return std::nullopt;
  if (!t[3].IsMark(t[1].word) || !IsNumber(t, 2, 2) || !IsNumber(t, 4, 2)) {
    return std::nullopt;
  }
  return Plausible({t[0].value, t[2].value, t[4].value, 5});
}

/// Reads 2024年1月23日, 2024년 1월 23일.
std::optional<Day> EastAsian(Tokens t) {
  if (!IsYear(t, 0) || !IsWordIn(t, 1, {"年", "년"}) || !IsNumber(t, 2, 2) ||
      !IsWordIn(t, 3, {"月", "월"}) || !IsNumber(t, 4, 2)) {
    return std::nullopt;
  }
  const bool named = IsWordIn(t, 5, {"日", "号", "號", "일"});
  return Plausible({t[0].value, t[2].value, t[4].value, named ? 6U : 5U});
}

size_t SkipWords(Tokens t, size_t i) {
  while (IsMark(t, i, ".") || IsMark(t, i, ",") || IsMark(t, i, "º") ||
         IsMark(t, i, "،") ||
         IsWordIn(t, i,
                  {"de", "del", "of", "do", "st", "nd", "rd", "th", "er", "º",
                   "a", "den", "ta", "m", "gada", "năm"})) {
    ++i;
  }
  return i;
}

struct NamedMonth {
  int32_t month = 0;
  size_t next = 0;  // the token after it
};

bool IsAscii(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Reads an abbreviated month such as มิ.ย.
std::optional<NamedMonth> AbbreviatedMonthAt(Tokens t, size_t i) {
  if (i + 2 >= t.size() || !IsMark(t, i + 1, ".")) return std::nullopt;
  if (IsAscii(t[i].word)) return std::nullopt;
  const int32_t month = lexicon::MonthNamed(t[i].word + t[i + 2].word);
  return month == 0 ? std::nullopt : std::optional(NamedMonth{month, i + 3});
}

/// Reads a month: May, "tháng 5", أيار/مايو.
std::optional<NamedMonth> MonthAt(Tokens t, size_t i) {
  if (i >= t.size()) return std::nullopt;
  if (IsWordIn(t, i, {"tháng"}) && IsNumber(t, i + 1, 2)) {
    return NamedMonth{t[i + 1].value, i + 2};
  }
  const int32_t month = lexicon::MonthNamed(t[i].word);
  if (month == 0) return AbbreviatedMonthAt(t, i);
  const bool twice = IsMark(t, i + 1, "/") && i + 2 < t.size() &&
                     lexicon::MonthNamed(t[i + 2].word) == month;
  return NamedMonth{month, i + (twice ? 3U : 1U)};
}

/// Reads 23 January 2024, 23. Januar 2024, 23 de enero de 2024, 1er janvier
/// 2024.
std::optional<Day> DayMonthName(Tokens t) {
  if (!IsNumber(t, 0, 2)) return std::nullopt;
  const bool dashes = IsMark(t, 1, "-") || IsMark(t, 1, "/");
  const auto month = MonthAt(t, dashes ? 2 : SkipWords(t, 1));
  if (!month) return std::nullopt;
  size_t year = SkipWords(t, month->next);
  if (IsMark(t, year, "-") || IsMark(t, year, "/")) ++year;
  if (!IsYear(t, year)) return std::nullopt;
  return Plausible({t[year].value, month->month, t[0].value, year + 1});
}

/// Reads January 23, 2024; Jan. 23rd 2024; Jan 23 14:30:00 EST 2024.
std::optional<Day> MonthNameDay(Tokens t) {
  const auto month = MonthAt(t, 0);
  if (!month) return std::nullopt;
  const size_t day =
      SkipWords(t, IsMark(t, month->next, "-") ? month->next + 1 : month->next);
  if (!IsNumber(t, day, 2)) return std::nullopt;
  size_t year = SkipWords(t, day + 1);
  if (IsMark(t, year, "-")) ++year;
  if (!IsYear(t, year)) return std::nullopt;
  return Plausible({t[year].value, month->month, t[day].value, year + 1});
}

/// Reads 2024. május 3., 2024 May 3, 2024 m. gegužės 3 d.
std::optional<Day> YearMonthName(Tokens t) {
  if (!IsYear(t, 0)) return std::nullopt;
  const auto month = MonthAt(t, IsMark(t, 1, "-") ? 2 : SkipWords(t, 1));
  if (!month) return std::nullopt;
  const size_t day =
      IsMark(t, month->next, "-") ? month->next + 1 : SkipWords(t, month->next);
  // In "2024 May 3, 2025" the first year belongs to something else.
  if (!IsNumber(t, day, 2) || IsYear(t, SkipWords(t, day + 1))) {
    return std::nullopt;
  }
  return Plausible({t[0].value, month->month, t[day].value, day + 1});
}

/// Reads 2024, and also 24 if full stops make the day come first: "8.5.24".
std::optional<int32_t> YearAtEnd(Tokens t, DayOrder order) {
  if (IsYear(t, 4)) return t[4].value;
  const bool short_form = order == DayOrder::kDayFirst && t[1].IsMark(".") &&
                          t[4].IsNumber() && t[4].digits == 2 &&
                          !t[4].after_space && !t[2].after_space &&
                          !IsMark(t, 5, ".") && !IsMark(t, 5, ":");
  if (!short_form) return std::nullopt;
  return t[4].value + (t[4].value < 70 ? 2000 : 1900);
}

/// Reads 23.01.2024, 23/01/2024, 01/23/2024 if only one reading is possible or
/// the order is known. With full stops, the day always comes first.
std::optional<Day> YearLast(Tokens t, DayOrder order) {
  if (t.size() < 5 || !IsNumber(t, 0, 2) || !IsDateMark(t[1]) ||
      !IsNumber(t, 2, 2) || !t[3].IsMark(t[1].word)) {
    return std::nullopt;
  }
  const auto year = YearAtEnd(t, order);
  if (!year) return std::nullopt;
  const auto day_first = Plausible({*year, t[2].value, t[0].value, 5});
  const auto month_first = Plausible({*year, t[0].value, t[2].value, 5});
  if (t[1].IsMark(".")) return day_first;
  if (!day_first || !month_first) return day_first ? day_first : month_first;
  if (order == DayOrder::kMonthFirst) return month_first;
  const bool same = t[0].value == t[2].value;
  return same || order == DayOrder::kDayFirst ? day_first : std::nullopt;
}

/// Reads 2024. gada 3. jūnijs.
std::optional<Day> YearDayMonthName(Tokens t) {
  if (!IsYear(t, 0) || !IsWordIn(t, IsMark(t, 1, ".") ? 2 : 1, {"gada"})) {
    return std::nullopt;
  }
  const size_t day = SkipWords(t, 1);
  if (!IsNumber(t, day, 2)) return std::nullopt;
  const auto month = MonthAt(t, SkipWords(t, day + 1));
  if (!month) return std::nullopt;
  return Plausible({t[0].value, month->month, t[day].value, month->next});
}

std::optional<Day> DayAt(Tokens tokens, DayOrder order) {
  if (auto day = YearFirst(tokens)) return day;
  if (auto day = EastAsian(tokens)) return day;
  if (auto day = YearMonthName(tokens)) return day;
  if (auto day = YearDayMonthName(tokens)) return day;
  if (auto day = DayMonthName(tokens)) return day;
  if (auto day = MonthNameDay(tokens)) return day;
  return YearLast(tokens, order);
}

/// The time after the date, or otherwise before it.
struct Beside {
  ClockTime time;
  size_t begin;  // a token's number
  size_t end;
};
std::optional<Beside> TimeBeside(Tokens tokens, size_t begin, size_t end) {
  for (size_t i = end; i < tokens.size() && i <= end + kMaxGap; ++i) {
    if (const auto time = ClockTimeAt(tokens.subspan(i))) {
      return Beside{*time, begin, i + time->tokens};
    }
    if (tokens[i].IsNumber()) break;
  }
  for (size_t i = begin > 12 ? begin - 12 : 0; i < begin; ++i) {
    const auto time = ClockTimeAt(tokens.first(begin).subspan(i));
    if (time && i + time->tokens + kMaxGap >= begin) {
      return Beside{*time, i, end};
    }
  }
  return std::nullopt;
}

/// Returns whether the text may contain digits. Every date has digits; digits
/// of other scripts are not ASCII.
bool MayHoldDigits(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
}

FoundDate Written(const Day& day, Tokens tokens, size_t begin) {
  size_t end = begin + day.tokens;
  FoundDate date;
  date.written = fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), day.year,
                             day.month, day.day);
  if (const auto beside = TimeBeside(tokens, begin, end)) {
    date.written += 'T';
    date.written += beside->time.written;
    begin = beside->begin;
    end = beside->end;
  }
  date.begin = tokens[begin].begin;
  date.end = tokens[end - 1].end;
  return date;
}

}  // namespace

std::optional<FoundDate> FindDate(std::string_view text, DayOrder order) {
  if (!MayHoldDigits(text)) return std::nullopt;
  const std::vector<text::Token> all = text::TokensOf(text, kMaxTokens);
  const Tokens tokens(all);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (const auto day = DayAt(tokens.subspan(i), order)) {
      return Written(*day, tokens, i);
    }
  }
  return std::nullopt;
}

}  // namespace newsmill::extract::dates
