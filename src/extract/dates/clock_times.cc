#include "clock_times.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "fmt/compile.h"
#include "fmt/format.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::dates {
namespace {

using Tokens = std::span<const text::Token>;

struct Zone {
  std::string_view name;
  std::string_view offset;
};
// Names of time zones that have only one meaning in news. CST, IST and BST are
// not in the list, because they have several meanings. ET is not in the list,
// because its offset changes with the season.
constexpr std::array<Zone, 50> kZones = {{
    {"z", "Z"},         {"utc", "Z"},       {"gmt", "Z"},
    {"ut", "Z"},        {"wet", "+00:00"},  {"west", "+01:00"},
    {"cet", "+01:00"},  {"cest", "+02:00"}, {"mez", "+01:00"},
    {"mesz", "+02:00"}, {"eet", "+02:00"},  {"eest", "+03:00"},
    {"msk", "+03:00"},  {"мск", "+03:00"},  {"trt", "+03:00"},
    {"wat", "+01:00"},  {"cat", "+02:00"},  {"eat", "+03:00"},
    {"sast", "+02:00"}, {"irst", "+03:30"}, {"pkt", "+05:00"},
    {"npt", "+05:45"},  {"ict", "+07:00"},  {"wib", "+07:00"},
    {"wita", "+08:00"}, {"wit", "+09:00"},  {"sgt", "+08:00"},
    {"myt", "+08:00"},  {"hkt", "+08:00"},  {"pht", "+08:00"},
    {"jst", "+09:00"},  {"kst", "+09:00"},  {"awst", "+08:00"},
    {"acst", "+09:30"}, {"acdt", "+10:30"}, {"aest", "+10:00"},
    {"aedt", "+11:00"}, {"nzst", "+12:00"}, {"nzdt", "+13:00"},
    {"est", "-05:00"},  {"edt", "-04:00"},  {"mdt", "-06:00"},
    {"pst", "-08:00"},  {"pdt", "-07:00"},  {"akst", "-09:00"},
    {"akdt", "-08:00"}, {"hst", "-10:00"},  {"brt", "-03:00"},
    {"cot", "-05:00"},  {"uyt", "-03:00"},
}};
// Names of time zones that have only one meaning in feeds
// (https://www.rfc-editor.org/rfc/rfc822#section-5).
constexpr std::array<Zone, 3> kRfc822Zones = {{
    {"cst", "-06:00"},
    {"cdt", "-05:00"},
    {"mst", "-07:00"},
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
  size_t next = 0;       // index of the token after the time
  bool certain = false;  // the text can only be a time of day
  bool dotted = false;   // "14.30", which may be a decimal number
};

bool IsOneOf(Tokens t, size_t i,
             std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return IsWord(t, i, word); });
}
bool IsColon(Tokens t, size_t i) {
  return IsMark(t, i, ":") || IsMark(t, i, "：") || IsMark(t, i, "∶");
}

/// Reads the seconds after the minutes: ":05", ".05" or "05 s".
void ReadSeconds(Tokens t, bool unit, Reading& r) {
  const bool stop = r.dotted && IsMark(t, r.next, ".");
  const size_t at = r.next + (IsColon(t, r.next) || stop ? 1 : 0);
  if (at == r.next && !unit) return;
  if (!IsNumber(t, at, stop ? 2 : 1, 2)) return;
  const bool named = IsOneOf(t, at + 1, {"s", "sec", "сек", "秒", "초"});
  if (at == r.next && !named) return;
  r.second = t[at].value;
  r.next = at + (named ? 2 : 1);
  if (IsMark(t, r.next, ".") && IsNumber(t, r.next + 1, 1, 9) &&
      !t[r.next + 1].after_space) {
    r.next += 2;
  }
}

/// Reads the minutes at token 2. The hour before them has a unit ("9時5分") or
/// a mark ("9:05", "9.05"). `stop` is true if the mark is a full stop. Minutes
/// of one digit need a unit, or seconds after them in a feed. If the minutes
/// have no such unit, the text is not a time, and the function sets `r.certain`
/// to false.
void ReadMinutes(Tokens t, bool hour_unit, bool stop, bool is_feed,
                 Reading& r) {
  const bool unit = hour_unit && IsOneOf(t, 3, {"分", "분", "min", "мин"});
  const bool has_seconds = is_feed && IsColon(t, 3) && IsNumber(t, 4, 1, 2);
  if (t[2].digits < 2 && !unit && !has_seconds) {
    r.certain = false;
    return;
  }
  r.minute = t[2].value;
  r.next = unit ? 4 : 3;
  r.certain = true;
  r.dotted = stop;
  ReadSeconds(t, unit, r);
}

/// Reads the hour, and the minutes and seconds if they follow.
Reading ReadDigits(Tokens t, bool is_feed) {
  Reading r{.hour = t[0].value, .next = 1};
  const bool unit = IsOneOf(t, 1, {"h", "时", "時", "시", "点", "點"});
  const bool stop = IsMark(t, 1, ".") && t.size() > 2 && !t[2].after_space &&
                    !t[1].after_space;
  if (unit) {
    // "3時間" (three hours) is a duration.
    r.certain = !IsOneOf(t, 2, {"間", "间", "간"});
    r.next = 2;
  }
  if (unit && IsOneOf(t, 2, {"半", "반"})) {
    r.minute = 30;
    r.next = 3;
    return r;
  }
  if ((!unit && !IsColon(t, 1) && !stop) || !IsNumber(t, 2, 1, 2)) return r;
  // "14.30.2024" and "4.50 %" are not times.
  if (stop && (IsMark(t, 3, "%") ||
               (IsMark(t, 3, ".") && t.size() > 4 && IsNumber(t, 4, 3, 8)))) {
    return r;
  }
  ReadMinutes(t, unit, stop, is_feed, r);
  return r;
}

/// Returns whether `tokens` begin with a word for a duration, such as "min". In
/// this case, the number before `tokens` is not a time of day. Returns false
/// for "Reading time: 5 min" and "Watch live", because such words may follow a
/// time of day.
bool EndsDuration(Tokens tokens) {
  const lexicon::WordFound found = lexicon::DurationAt(tokens);
  if ((found.value & lexicon::kAfterDuration) == 0) return false;
  if ((found.value & lexicon::kBeforeDuration) == 0) return true;
  return found.tokens == tokens.size() ||
         (tokens[found.tokens].kind == text::Token::Kind::kMark &&
          !IsColon(tokens, found.tokens));
}

/// Reads a word after the digits that marks a time: "Uhr", "ч." or "h".
void ReadHourWord(Tokens t, Reading& r) {
  const bool h = IsWord(t, r.next, "h") && r.next == 3;
  const bool ch = IsWord(t, r.next, "ч");
  if (!h && !ch && !IsWord(t, r.next, "uhr")) return;
  r.next += ch && IsMark(t, r.next + 1, ".") ? 2 : 1;
  r.certain = true;
  r.dotted = false;
}

/// Converts an hour of the 12-hour clock to an hour of the 24-hour clock: 9 to
/// 9 or 21. `hours` has one bit for each hour that a word such as "evening" can
/// mean. Returns false if `hours` contains both possible hours, or none of
/// them. If `hours` is kAllHours, keeps the hour and returns true.
bool ApplyPeriod(uint32_t hours, Reading& r) {
  if (r.hour > 12) return r.hour < 24;
  const auto in = [](uint32_t set, int32_t hour) {
    return (set >> static_cast<uint32_t>(hour) & 1U) != 0;
  };
  const int32_t first = r.hour % 12;
  // The word may also be used up to two hours before or after its usual hours.
  const uint32_t wide = (hours | hours << 1U | hours << 2U | hours >> 1U |
                         hours >> 2U | hours >> 22U | hours << 22U) &
                        lexicon::kAllHours;
  for (const uint32_t set : {hours, wide}) {
    if (in(set, first) == in(set, first + 12)) {
      if (in(set, first)) return hours == lexicon::kAllHours;
      continue;
    }
    r.hour = in(set, first) ? first : first + 12;
    return true;
  }
  return false;
}

/// Returns the offset at `next`, such as "+8", "+08:00" or "-0500", and moves
/// `next` to the token after the offset. Returns "" if no offset is at `next`.
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

std::string_view OffsetOfName(const text::Token& token, bool rfc822) {
  if (token.kind != text::Token::Kind::kWord) return "";
  const auto is = [&](const Zone& zone) { return token.word == zone.name; };
  if (const auto* it = std::ranges::find_if(kZones, is); it != kZones.end()) {
    return it->offset;
  }
  const auto* it = std::ranges::find_if(kRfc822Zones, is);
  return rfc822 && it != kRfc822Zones.end() ? it->offset : "";
}

std::string ZoneAt(Tokens t, bool is_feed, size_t& next) {
  const bool bracket = IsMark(t, next, "(");
  size_t at = next + (bracket ? 1 : 0);
  std::string offset;
  if (at < t.size()) offset = OffsetOfName(t[at], is_feed);
  if (!offset.empty()) ++at;
  if (offset == "Z") {
    if (auto stated = OffsetAt(t, at); !stated.empty()) offset = stated;
  }
  // In " - 5" after a time, the mark is a dash. After a blank, only a number
  // with hours and minutes is an offset, or in a feed a number at the mark.
  const bool at_mark = is_feed && at + 1 < t.size() && !t[at + 1].after_space;
  if (offset.empty() && at < t.size() &&
      (!t[at].after_space || at_mark || IsNumber(t, at + 1, 4, 4) ||
       (IsNumber(t, at + 1, 2, 2) && IsMark(t, at + 2, ":")))) {
    offset = OffsetAt(t, at);
  }
  if (offset.empty()) return "";
  next = at + (bracket && IsMark(t, at, ")") ? 1 : 0);
  return offset;
}

}  // namespace

lexicon::WordFound PeriodBefore(Tokens tokens, const DateStyle& style) {
  const auto found = lexicon::DayPeriodAt(tokens, style.language);
  if (found.tokens != 1) return found;
  // A single character of three bytes may be a syllable (밤) or a word (夜), so
  // it does not count as a letter.
  const std::string& word = tokens[0].word;
  const bool letter =
      word.size() < 3 &&
      static_cast<size_t>(std::ranges::count_if(word, IsContinuationByte)) +
              1 ==
          word.size();
  return letter ? lexicon::WordFound{} : found;
}

namespace {

/// Returns the words at `next` that name a part of the day. A link word may
/// precede these words: "بجے" in "9:05 بجے رات". In this case, moves `next` to
/// the token after the link word. After "Uhr", reads the words as German.
lexicon::WordFound PeriodAfter(Tokens t, const DateStyle& style, size_t& next) {
  const bool german = IsWord(t, next - 1, "uhr");
  const auto found = lexicon::DayPeriodAt(
      t.subspan(next), german ? std::string_view("de") : style.language);
  if (found.tokens > 0) return found;
  const size_t link = lexicon::DateLinkAt(t.subspan(next)).tokens;
  if (link == 0) return {};
  const auto behind = PeriodBefore(t.subspan(next + link), style);
  if (behind.tokens > 0) next += link;
  return behind;
}

}  // namespace

std::optional<ClockTime> ClockTimeAt(Tokens tokens, const DateStyle& style) {
  lexicon::WordFound period = PeriodBefore(tokens, style);
  // In "ප.ව. 9.00" ("9:00 p.m."), the full stop before the blank belongs to
  // "ප.ව.".
  const bool stopped = period.tokens > 0 && IsMark(tokens, period.tokens, ".");
  const size_t before = period.tokens + (stopped ? 1 : 0);
  const Tokens t = tokens.subspan(before);
  if (!IsNumber(t, 0, 1, 2)) return std::nullopt;
  Reading r = ReadDigits(t, style.is_feed);
  if (EndsDuration(t.subspan(r.next))) return std::nullopt;
  ReadHourWord(t, r);
  const lexicon::WordFound after = PeriodAfter(t, style, r.next);
  if (after.tokens > 0) {
    period = after;
    r.next += after.tokens;
    r.certain =
        r.certain || (r.hour <= 12 && after.value != lexicon::kAllHours);
    // Skip the last full stop of "p.m.".
    if (IsMark(t, r.next, ".") && !t[r.next].after_space) ++r.next;
  }
  if (period.tokens > 0 && !ApplyPeriod(period.value, r)) return std::nullopt;
  if (!r.certain || r.hour > 23 || r.minute > 59 || r.second > 59) {
    return std::nullopt;
  }
  ClockTime time;
  time.written =
      fmt::format(FMT_COMPILE("{:02}:{:02}:{:02}"), r.hour, r.minute, r.second);
  time.written += ZoneAt(t, style.is_feed, r.next);
  time.tokens = r.next + before;
  time.has_half = period.tokens > 0 && period.value != lexicon::kAllHours;
  time.is_dotted = r.dotted && !time.has_half;
  return time;
}

}  // namespace newsmill::extract::dates
