#include "days.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "calendars.h"
#include "clock_times.h"
#include "extract/lexicon/date_words.h"

namespace newsmill::extract::dates {
namespace {

constexpr int32_t kBuddhist = 543;
constexpr int32_t kMinguo = 1911;

/// An era. The years of an era are counted from its start: 令和6年 (Reiwa 6) is
/// 2024.
struct Era {
  std::string_view first;  // the two words of the name; second may be ""
  std::string_view second;
  int32_t before = 0;  // the Gregorian year before year 1 of the era
};
constexpr std::array<Era, 6> kEras = {{
    {"令", "和", 2018},
    {"平", "成", 1988},
    {"民", "國", kMinguo},
    {"民", "国", kMinguo},
    {"พ", "ศ", -kBuddhist},
    {"ค", "ศ", 0},
}};
/// Japanese eras that may be written as one letter: R6.1.23 is 2024-01-23.
constexpr std::array<Era, 2> kEraLetters = {{{"r", "", 2018}, {"h", "", 1988}}};

std::chrono::year_month_day DateOf(const Day& day) {
  return {std::chrono::year(day.year),
          std::chrono::month(static_cast<unsigned>(day.month)),
          std::chrono::day(static_cast<unsigned>(day.day))};
}

bool IsPlausible(const Day& day, const DateStyle& style) {
  const int32_t first = style.is_feed ? 1970 : 1990;
  return day.year >= first && day.year < 2060 && DateOf(day).ok();
}

bool FallsOn(uint32_t weekday, const Day& day) {
  const std::chrono::weekday is{std::chrono::sys_days(DateOf(day))};
  return weekday == is.iso_encoding();
}

bool IsPersian(std::string_view language) {
  return language == "fa" || language == "ps" || language == "ckb" ||
         language == "mzn" || language == "lrc";
}

/// Returns the Gregorian year for a year of two digits: 2024 for 24, and 1998
/// for 98. In Thai, 67 means the Buddhist year 2567, and the result is 2024.
int32_t FullYear(int32_t two_digits, std::string_view language) {
  if (language == "th" && two_digits >= 50) {
    return 2500 + two_digits - kBuddhist;
  }
  return two_digits + (two_digits < 70 ? 2000 : 1900);
}

}  // namespace

bool DayReader::IsMark(size_t i, std::string_view mark) const {
  return i < tokens_.size() && tokens_[i].IsMark(mark);
}
bool DayReader::IsWord(size_t i, std::string_view word) const {
  return i < tokens_.size() && tokens_[i].IsWord(word);
}
bool DayReader::IsNumber(size_t i, int32_t max_digits) const {
  return i < tokens_.size() && tokens_[i].IsNumber() &&
         tokens_[i].digits <= max_digits;
}
bool DayReader::IsAttached(size_t i) const {
  return i > 0 && i < tokens_.size() && !tokens_[i].after_space;
}
bool DayReader::IsSeparator(size_t i) const {
  return IsMark(i, "-") || IsMark(i, "/") || IsMark(i, ".") || IsMark(i, "‑") ||
         IsMark(i, "／") || IsMark(i, "．");
}

/// Skips words and marks that are written between the parts of a date, such as
/// "de", "," or "(e)ko". Returns the index of the next token.
size_t DayReader::SkipLinks(size_t i) const {
  constexpr std::array<std::string_view, 14> kMarks = {
      ".", ",", "،", "、", "，", "፣", "၊", "'", "’", "ʼ", "׳", "॰", "°", "་"};
  while (i < tokens_.size()) {
    const text::Token& token = tokens_[i];
    if (token.IsMark("(") && IsMark(i + 2, ")")) {
      const size_t link = lexicon::DateLinkAt(tokens_.subspan(i + 1)).tokens;
      if (link != 1) return i;
      i += 3;
    } else if (token.kind == text::Token::Kind::kMark) {
      if (std::ranges::find(kMarks, token.word) == kMarks.end()) return i;
      ++i;
    } else if (const size_t link =
                   lexicon::DateLinkAt(tokens_.subspan(i)).tokens;
               link > 0) {
      i += link;
    } else {
      return i;
    }
  }
  return i;
}

size_t DayReader::SkipBetween(size_t i) const {
  const bool dash = IsMark(i, "-") || IsMark(i, "/") || IsMark(i, "‑");
  return dash ? i + 1 : SkipLinks(i);
}

/// Returns whether a date may begin at token `i`. A number that is part of
/// another number or of an ASCII word is not the start of a date.
bool DayReader::MayBegin(size_t i) const {
  if (!IsAttached(i)) return true;
  const text::Token& before = tokens_[i - 1];
  if (before.kind == text::Token::Kind::kWord) {
    return static_cast<unsigned char>(before.word[0]) >= 0x80;
  }
  return !(IsSeparator(i - 1) && i > 1 && IsAttached(i - 1) &&
           tokens_[i - 2].IsNumber());
}

/// Returns the weekday directly before or after a date: 1 for Monday. Returns 0
/// if no weekday is there. The date has the tokens [begin, end).
uint32_t DayReader::WeekdayNear(size_t begin, size_t end) const {
  constexpr size_t kMostBefore = 5;
  for (size_t i = begin - std::min(begin, kMostBefore); i < begin; ++i) {
    const auto found =
        lexicon::WeekdayAt(tokens_.first(begin).subspan(i), style_.language);
    if (found.tokens > 0 && SkipLinks(i + found.tokens) >= begin) {
      return found.value;
    }
  }
  const size_t next = SkipLinks(end);
  const bool bracket = IsMark(next, "(") || IsMark(next, "（");
  const size_t at = next + (bracket ? 1 : 0);
  return at < tokens_.size()
             ? lexicon::WeekdayAt(tokens_.subspan(at), style_.language).value
             : 0;
}

std::optional<DayReader::Number> DayReader::YearOfEraAt(size_t i) const {
  const auto numbered = [&](size_t at,
                            int32_t before) -> std::optional<Number> {
    if (IsWord(at, "元")) return Number{before + 1, 0, at + 1};
    if (!IsNumber(at, 4)) return std::nullopt;
    return Number{before + tokens_[at].value, 0, at + 1};
  };
  for (const Era& era : kEras) {
    if (!IsWord(i, era.first)) continue;
    const size_t second = IsMark(i + 1, ".") ? i + 2 : i + 1;
    if (!IsWord(second, era.second)) continue;
    return numbered(IsMark(second + 1, ".") ? second + 2 : second + 1,
                    era.before);
  }
  if (style_.language != "ja") return std::nullopt;
  for (const Era& era : kEraLetters) {
    if (IsWord(i, era.first) && IsAttached(i + 1) && IsNumber(i + 1, 2)) {
      return numbered(i + 1, era.before);
    }
  }
  return std::nullopt;
}

std::optional<DayReader::Number> DayReader::YearAt(size_t i) const {
  if (i >= tokens_.size()) return std::nullopt;
  if (!tokens_[i].IsNumber()) return YearOfEraAt(i);
  const int32_t value = tokens_[i].value;
  // A year of three digits in a Chinese date belongs to the era 民國, even if
  // the date does not name the era: 113年 is 2024.
  if (tokens_[i].digits == 3 && IsWord(i + 1, "年") &&
      (style_.language == "zh" || style_.language == "yue")) {
    return Number{value + kMinguo, 0, i + 1};
  }
  if (tokens_[i].digits != 4) return std::nullopt;
  // "ዓ/ም" or "ዓ.ም." after a year shows that the year is Ethiopic.
  const bool ethiopic = IsWord(i + 1, "ዓ") &&
                        (IsMark(i + 2, "/") || IsMark(i + 2, ".")) &&
                        IsWord(i + 3, "ም");
  if (ethiopic) {
    return Number{value, static_cast<int32_t>(Calendar::kEthiopic), i + 4};
  }
  const bool persian = IsPersian(style_.language) && value < 1500;
  const Calendar calendar = persian ? Calendar::kPersian : Calendar::kGregorian;
  return Number{value, static_cast<int32_t>(calendar), i + 1};
}

/// Returns the year of two digits at `i`: 64 in "17 ก.ย. 64", 23 in
/// "20-Sep-23", 98 in "03 Sep 98 00:01".
std::optional<DayReader::Number> DayReader::ShortYearAt(size_t i,
                                                        bool dashes) const {
  if (!IsNumber(i, 2) || tokens_[i].digits != 2) return std::nullopt;
  const Number year{FullYear(tokens_[i].value, style_.language), 0, i + 1};
  if (IsMark(i + 1, ":") || IsMark(i + 1, "：")) return std::nullopt;
  if (dashes || style_.language == "th") return year;
  if (IsMark(i + 1, ".") || i + 1 >= tokens_.size()) return std::nullopt;
  const auto time = ClockTimeAt(tokens_.subspan(i + 1), style_);
  return time && !time->is_dotted && tokens_[i + 1].IsNumber()
             ? std::optional(year)
             : std::nullopt;
}

/// Returns the month whose name begins at token `i`: May, tháng 5, มิ.ย. Two
/// names of the same month may follow each other: أيار/مايو.
std::optional<DayReader::Number> DayReader::MonthAt(size_t i) const {
  if (i >= tokens_.size()) return std::nullopt;
  const auto found = lexicon::MonthAt(tokens_.subspan(i), style_.language);
  if (found.tokens == 0) return std::nullopt;
  Number month{static_cast<int32_t>(found.value % 100),
               static_cast<int32_t>(found.value / 100), i + found.tokens};
  if (IsMark(month.next, "/") && month.next + 1 < tokens_.size()) {
    const auto twice =
        lexicon::MonthAt(tokens_.subspan(month.next + 1), style_.language);
    if (twice.tokens > 0 && twice.value == found.value) {
      month.next += 1 + twice.tokens;
    }
  }
  return month;
}

std::optional<Day> DayReader::MakeDay(Number year, Number month, int32_t day,
                                      size_t end) const {
  // The text is not a date if its year and its named month belong to different
  // calendars.
  const bool named = month.next > 0;
  if (named && year.calendar != 0 && year.calendar != month.calendar) {
    return std::nullopt;
  }
  const int32_t calendar = std::max(year.calendar, month.calendar);
  const auto date = ToGregorian(static_cast<Calendar>(calendar),
                                {year.value, month.value, day});
  if (!date) return std::nullopt;
  Day made;
  made.year = date->year;
  made.month = date->month;
  made.day = date->day;
  made.end = end;
  // The years 2534 to 2599 are Buddhist years of Thailand.
  if (made.year > 2533 && made.year < 2600) made.year -= kBuddhist;
  // In Nepalese dates, 2080 means the year 2023. Such a date cannot be
  // converted, because no rule gives the lengths of the months.
  if (style_.language == "ne" && made.year >= 2040) return std::nullopt;
  return IsPlausible(made, style_) ? std::optional(made) : std::nullopt;
}

/// Reads a date that begins with the year: 2024-01-23, 2024/1/23, 2024. 1. 23.
/// Also reads dates with the name of the month, such as 2024 May 3.
std::optional<Day> DayReader::YearFirst(size_t i) const {
  const auto year = YearAt(i);
  if (!year) return std::nullopt;
  const size_t at = year->next;
  if (!IsSeparator(at) || !IsNumber(at + 1, 2) || !IsNumber(at + 3, 2) ||
      !IsMark(at + 2, tokens_[at].word)) {
    return AfterYear(*year);
  }
  auto day = MakeDay(*year, {tokens_[at + 1].value, 0, 0},
                     tokens_[at + 3].value, at + 4);
  if (day && IsAttached(at + 4) &&
      (IsMark(at + 4, "+") || IsMark(at + 4, "-"))) {
    day->zoned =
        IsNumber(at + 5, 2) && IsMark(at + 6, ":") && IsNumber(at + 7, 2);
    if (day->zoned) day->end = at + 8;
  }
  return day;
}

/// Reads the month and the day after a year, in any order: 2024. május 3., 2024
/// May 3, 2024 m. gegužės 3 d., 2024年1月23日, 2024. gada 3. jūnijs, 2021 ж. 24
/// қыркүйек.
std::optional<Day> DayReader::AfterYear(Number year) const {
  const size_t next = SkipBetween(year.next);
  if (const auto month = MonthAt(next)) {
    const size_t day = SkipBetween(month->next);
    if (!IsNumber(day, 2)) return std::nullopt;
    // In "2024 May 3, 2025", the year is 2025, and the date begins at "May".
    if (const auto other = YearAt(SkipLinks(day + 1));
        other && MakeDay(*other, *month, tokens_[day].value, 0)) {
      return std::nullopt;
    }
    const bool named = IsWord(day + 1, "日") || IsWord(day + 1, "号") ||
                       IsWord(day + 1, "號") || IsWord(day + 1, "일");
    return MakeDay(year, *month, tokens_[day].value, day + (named ? 2 : 1));
  }
  const bool linked =
      next > year.next && !IsMark(next - 1, "-") &&
      lexicon::DateLinkAt(
          tokens_.subspan(IsMark(year.next, ".") ? year.next + 1 : year.next))
              .tokens > 0;
  if (!linked || !IsNumber(next, 2)) return std::nullopt;
  const auto month = MonthAt(SkipLinks(next + 1));
  if (!month || YearAt(SkipLinks(month->next))) return std::nullopt;
  return MakeDay(year, *month, tokens_[next].value, month->next);
}

/// Reads 23 January 2024, 23. Januar 2024, 23 de enero de 2024, 1er janvier
/// 2024.
std::optional<Day> DayReader::DayMonthYear(size_t i) const {
  const bool dashes = IsMark(i + 1, "-") || IsMark(i + 1, "/");
  const auto month = MonthAt(dashes ? i + 2 : SkipLinks(i + 1));
  if (!month) return std::nullopt;
  size_t at = SkipLinks(month->next);
  const bool dash = IsMark(at, "-") || IsMark(at, "/");
  if (dash) ++at;
  auto year = YearAt(at);
  if (!year) year = ShortYearAt(at, dashes && dash);
  if (!year) return ClockBeforeYear(*month, tokens_[i].value, at);
  return MakeDay(*year, *month, tokens_[i].value, year->next);
}

/// Reads May 3, 2024.
std::optional<Day> DayReader::MonthDayYear(size_t i) const {
  const auto month = MonthAt(i);
  if (!month) return std::nullopt;
  const size_t day = SkipBetween(month->next);
  if (!IsNumber(day, 2)) return std::nullopt;
  size_t at = SkipLinks(day + 1);
  if (IsMark(at, "-") || IsMark(at, "/")) ++at;
  if (const auto year = YearAt(at)) {
    return MakeDay(*year, *month, tokens_[day].value, year->next);
  }
  return ClockBeforeYear(*month, tokens_[day].value, at);
}

/// Reads the time and the year after a month and a day: "17:40:00 UTC 2020".
/// asctime, date(1) and Java write dates in this form.
std::optional<Day> DayReader::ClockBeforeYear(Number month, int32_t day,
                                              size_t i) const {
  if (!IsNumber(i, 2)) return std::nullopt;
  const auto time = ClockTimeAt(tokens_.subspan(i), style_);
  if (!time || time->is_dotted) return std::nullopt;
  size_t at = i + time->tokens;
  // Skip the name of a time zone that ClockTimeAt does not know.
  if (at < tokens_.size() && tokens_[at].kind == text::Token::Kind::kWord &&
      tokens_[at].word.size() <= 4) {
    ++at;
  }
  const auto year = YearAt(at);
  if (!year) return std::nullopt;
  auto made = MakeDay(*year, month, day, year->next);
  if (made) made->clock = time->written;
  return made;
}

/// Two numbers precede a year. Decides which number is the day and which number
/// is the month, by the first of these rules that decides:
/// 1. With full stops, the day is first.
/// 2. Only one order gives a valid date.
/// 3. A weekday beside the date fits only one order.
/// 4. The style states the order of day and month.
std::optional<Day> DayReader::DecideOrder(Number year, size_t i,
                                          size_t end) const {
  const int32_t a = tokens_[i].value;
  const int32_t b = tokens_[i + 2].value;
  auto day_first = MakeDay(year, {b, 0, 0}, a, end);
  auto month_first = MakeDay(year, {a, 0, 0}, b, end);
  if (tokens_[i + 1].IsMark(".")) return day_first;
  if (!day_first || !month_first) return day_first ? day_first : month_first;
  if (a == b) return day_first;
  if (const uint32_t weekday = WeekdayNear(i, end)) {
    const bool first = FallsOn(weekday, *day_first);
    if (first != FallsOn(weekday, *month_first)) {
      return first ? day_first : month_first;
    }
  }
  if (style_.order == DayOrder::kMonthFirst) return month_first;
  return style_.order == DayOrder::kDayFirst ? day_first : std::nullopt;
}

/// Reads 23.01.2024, 23/01/2024, 01/23/2024.
std::optional<Day> DayReader::YearLast(size_t i) const {
  if (!MayBegin(i) || !IsSeparator(i + 1) || !IsNumber(i + 2, 2) ||
      !IsMark(i + 3, tokens_[i + 1].word)) {
    return std::nullopt;
  }
  const auto year = YearAt(i + 4);
  return year ? DecideOrder(*year, i, year->next) : WithShortYear(i);
}

/// Reads a date with a year of two digits: 8.5.24. If the language writes the
/// year first, reads 24/5/8.
std::optional<Day> DayReader::WithShortYear(size_t i) const {
  const bool stops = tokens_[i + 1].IsMark(".");
  const bool usual = stops && style_.order == DayOrder::kDayFirst;
  if (!style_.short_years && !usual) return std::nullopt;
  // "8.5.24.12" is not a date, because another number follows. "8.5.24 - 12:30"
  // is a date.
  const bool goes_on = IsSeparator(i + 5) && IsNumber(i + 6, 8) &&
                       IsAttached(i + 5) == IsAttached(i + 3) &&
                       IsAttached(i + 6) == IsAttached(i + 4);
  if (!IsNumber(i + 4, 2) ||
      (tokens_[i + 4].digits != 2 && !style_.year_first) ||
      IsMark(i + 5, ":") || goes_on) {
    return std::nullopt;
  }
  if (style_.year_first && style_.short_years) {
    if (tokens_[i].digits != 2) return std::nullopt;
    return MakeDay({FullYear(tokens_[i].value, style_.language), 0, 0},
                   {tokens_[i + 2].value, 0, 0}, tokens_[i + 4].value, i + 5);
  }
  if (IsAttached(i + 4) != IsAttached(i + 2)) return std::nullopt;
  return DecideOrder({FullYear(tokens_[i + 4].value, style_.language), 0, 0}, i,
                     i + 5);
}

std::optional<Day> DayReader::At(size_t i) const {
  if (i >= tokens_.size() || tokens_[i].kind == text::Token::Kind::kMark) {
    return std::nullopt;
  }
  if (!tokens_[i].IsNumber()) {
    if (auto day = MonthDayYear(i)) return day;
    return YearOfEraAt(i) ? YearFirst(i) : std::nullopt;
  }
  if (auto day = YearFirst(i)) return day;
  if (!IsNumber(i, 2)) return std::nullopt;
  if (auto day = DayMonthYear(i)) return day;
  if (auto day = MonthDayYear(i)) return day;
  return YearLast(i);
}

}  // namespace newsmill::extract::dates
