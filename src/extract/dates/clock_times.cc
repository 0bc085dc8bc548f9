#include "clock_times.h"

#include <array>
#include <cstdlib>

#include "fmt/compile.h"
#include "fmt/format.h"

namespace newsmill::extract::dates {
namespace {

using Tokens = std::span<const text::Token>;

struct Zone {
  std::string_view name;
  std::string_view offset;
};
// Zone names with one meaning in news. CST, IST and BST have several meanings,
// and ET changes with the season, so they state no offset.
constexpr std::array<Zone, 18> kZones = {{
    {"z", "Z"},
    {"utc", "Z"},
    {"gmt", "Z"},
    {"cet", "+01:00"},
    {"cest", "+02:00"},
    {"mez", "+01:00"},
    {"mesz", "+02:00"},
    {"eet", "+02:00"},
    {"eest", "+03:00"},
    {"msk", "+03:00"},
    {"мск", "+03:00"},
    {"jst", "+09:00"},
    {"kst", "+09:00"},
    {"est", "-05:00"},
    {"edt", "-04:00"},
    {"pst", "-08:00"},
    {"pdt", "-07:00"},
    {"hkt", "+08:00"},
}};

bool IsMark(Tokens t, size_t i, std::string_view mark) {
  return i < t.size() && t[i].IsMark(mark);
}
bool IsWord(Tokens t, size_t i, std::string_view word) {
  return i < t.size() && t[i].IsWord(word);
}
bool IsNumber(Tokens t, size_t i, int32_t min_digits, int32_t max_digits) {
  return i < t.size() && t[i].IsNumber() && t[i].digits >= min_digits &&
         t[i].digits <= max_digits;
}

struct Reading {
  int32_t hour = 0;
  int32_t minute = 0;
  int32_t second = 0;
  size_t next = 0;       // the token after it
  bool certain = false;  // it can only be a time
};

/// Reads the hour and the fields after it, up to the seconds.
Reading ReadDigits(Tokens t) {
  Reading r{.hour = t[0].value, .next = 1};
  const bool h = IsWord(t, 1, "h") || IsWord(t, 1, "时") ||
                 IsWord(t, 1, "時") || IsWord(t, 1, "시") || IsWord(t, 1, "点");
  const bool colon = IsMark(t, 1, ":") || IsMark(t, 1, "：");
  const bool stop = IsMark(t, 1, ".");
  if (h) {
    r.certain = true;
    r.next = 2;
  }
  if ((h || colon || stop) && IsNumber(t, 2, 2, 2)) {
    r.minute = t[2].value;
    r.next = 3;
    r.certain = h || colon;
    if (IsWord(t, 3, "分") || IsWord(t, 3, "분")) r.next = 4;
    if (IsMark(t, 3, ":") && IsNumber(t, 4, 2, 2)) {
      r.second = t[4].value;
      r.next = 5;
      if (IsMark(t, 5, ".") && IsNumber(t, 6, 1, 9)) r.next = 7;
    }
  }
  return r;
}

/// Reads "am" or "pm". "a.m." is a word, a mark, a word and a mark.
int32_t HalfOfDayAt(Tokens t, size_t& next) {
  if (IsWord(t, next, "am") || IsWord(t, next, "pm")) {
    return t[next++].IsWord("am") ? 1 : 2;
  }
  const bool dotted = (IsWord(t, next, "a") || IsWord(t, next, "p")) &&
                      IsMark(t, next + 1, ".") && IsWord(t, next + 2, "m");
  if (!dotted) return 0;
  const int32_t half = t[next].IsWord("a") ? 1 : 2;
  next += IsMark(t, next + 3, ".") ? 4 : 3;
  return half;
}

void ApplyHalf(int32_t half, Reading& r) {
  if (half == 0) return;
  r.certain = r.certain || r.hour <= 12;
  if (half == 1 && r.hour == 12) r.hour = 0;
  if (half == 2 && r.hour < 12) r.hour += 12;
}

/// Reads an offset such as "+8", "+08:00" or "-0500" at `next`.
std::string OffsetAt(Tokens t, size_t& next) {
  const bool plus = IsMark(t, next, "+");
  const bool minus = IsMark(t, next, "-") || IsMark(t, next, "−");
  if ((!plus && !minus) || !IsNumber(t, next + 1, 1, 4)) return "";
  int32_t hours = t[next + 1].value;
  int32_t minutes = 0;
  size_t end = next + 2;
  if (t[next + 1].digits >= 3) {
    minutes = hours % 100;
    hours /= 100;
  } else if (IsMark(t, end, ":") && IsNumber(t, end + 1, 2, 2)) {
    minutes = t[end + 1].value;
    end += 2;
  }
  if (hours > 14 || minutes > 59) return "";
  next = end;
  return fmt::format("{}{:02}:{:02}", plus ? '+' : '-', hours, minutes);
}

std::string ZoneAt(Tokens t, size_t& next) {
  const bool bracket = IsMark(t, next, "(");
  size_t at = next + (bracket ? 1 : 0);
  std::string offset;
  for (const Zone& zone : kZones) {
    if (!IsWord(t, at, zone.name)) continue;
    ++at;
    offset = zone.offset;
    if (offset == "Z") {
      if (auto stated = OffsetAt(t, at); !stated.empty()) offset = stated;
    }
    break;
  }
  // In " - 5" after a time, the mark is a dash. An offset has no blank before
  // its number, or has four digits.
  if (offset.empty() && at < t.size() &&
      (!t[at].after_space || IsNumber(t, at + 1, 4, 4) ||
       (IsNumber(t, at + 1, 2, 2) && IsMark(t, at + 2, ":")))) {
    offset = OffsetAt(t, at);
  }
  if (offset.empty()) return "";
  next = at + (bracket && IsMark(t, at, ")") ? 1 : 0);
  return offset;
}

int32_t EastAsianHalf(Tokens t) {
  if (t.size() < 3) return 0;
  if (IsWord(t, 0, "上") || IsWord(t, 0, "下")) {
    if (IsWord(t, 1, "午")) return t[0].IsWord("上") ? 1 : 2;
  }
  if (IsWord(t, 0, "午") && IsWord(t, 1, "前")) return 1;
  return IsWord(t, 0, "午") && IsWord(t, 1, "後") ? 2 : 0;
}

}  // namespace

std::optional<ClockTime> ClockTimeAt(Tokens tokens) {
  const int32_t prefix_half = EastAsianHalf(tokens);
  const size_t prefix = prefix_half != 0 ? 2 : 0;
  const Tokens t = tokens.subspan(prefix);
  if (!IsNumber(t, 0, 1, 2)) return std::nullopt;
  Reading r = ReadDigits(t);
  int32_t half = HalfOfDayAt(t, r.next);
  if (half == 0) half = prefix_half;
  ApplyHalf(half, r);
  if (IsWord(t, r.next, "uhr") || IsWord(t, r.next, "ч") ||
      (IsWord(t, r.next, "h") && r.next == 3)) {
    ++r.next;
    r.certain = true;
  }
  if (!r.certain || r.hour > 23 || r.minute > 59 || r.second > 59) {
    return std::nullopt;
  }
  ClockTime time;
  time.written =
      fmt::format(FMT_COMPILE("{:02}:{:02}:{:02}"), r.hour, r.minute, r.second);
  time.written += ZoneAt(t, r.next);
  time.tokens = r.next + prefix;
  return time;
}

}  // namespace newsmill::extract::dates
