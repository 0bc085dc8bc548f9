#include "timestamps.h"

#include <chrono>
#include <cstdint>
#include <cstdlib>

#include "dates.h"
#include "extract/text/characters.h"
#include "fmt/compile.h"
#include "fmt/format.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::extract::dates {
namespace {

constexpr int64_t kDayMs = 86'400'000;
// This year and later years belong to other calendars: 2080 in Nepal, 2567 in
// Thailand.
constexpr int kEndYear = 2060;

/// Reads the fields of a date, such as the year, one after the other.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool Digits(size_t count, int& value) {
    if (text_.size() < count) return false;
    value = 0;
    for (size_t i = 0; i < count; ++i) {
      if (!IsAsciiDigit(text_[i])) return false;
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return true;
  }
  bool Take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipBlanks() { text_ = TrimBlanks(text_); }
  void SkipDigits() {
    while (!text_.empty() && IsAsciiDigit(text_.front()))
      text_.remove_prefix(1);
  }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

/// Returns the time zone that the rest of the text states: "Z", "+01:00",
/// "+0100", "+01" or " UTC". Returns "" if the rest is empty, and nothing for
/// other text.
std::optional<std::string> ZoneOf(Cursor cursor) {
  cursor.SkipBlanks();
  const std::string_view rest = cursor.rest();
  if (rest.empty()) return "";
  if (EqualsIgnoringCase(rest, "z") || EqualsIgnoringCase(rest, "utc") ||
      EqualsIgnoringCase(rest, "gmt")) {
    return "Z";
  }
  const char sign = rest.front();
  if (!cursor.Take('+') && !cursor.Take('-')) return std::nullopt;
  int hours = 0;
  int minutes = 0;
  if (!cursor.Digits(2, hours)) return std::nullopt;
  cursor.Take(':');
  if (!cursor.rest().empty() && !cursor.Digits(2, minutes)) return std::nullopt;
  if (!cursor.rest().empty() || hours > 14 || minutes > 59) return std::nullopt;
  return fmt::format(FMT_COMPILE("{}{:02}:{:02}"), sign, hours, minutes);
}

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

bool ReadClock(Cursor& cursor, Clock& clock) {
  if (!cursor.Digits(2, clock.hour)) return false;
  const bool colons = cursor.Take(':');
  if (!cursor.Digits(2, clock.minute)) return false;
  if (colons ? cursor.Take(':') : !cursor.rest().empty()) {
    if (!cursor.Digits(2, clock.second)) return !colons;
    if (cursor.Take('.') || cursor.Take(',')) cursor.SkipDigits();
  }
  return clock.hour < 24 && clock.minute < 60 && clock.second < 61;
}

std::optional<std::string> DayWritten(int year, int month, int day) {
  const std::chrono::year_month_day date{
      std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
      std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year >= kEndYear) return std::nullopt;
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), year, month, day);
}

std::optional<std::string> Iso8601(std::string_view text) {
  Cursor cursor(text);
  int year = 0;
  int month = 0;
  int day = 0;
  if (!cursor.Digits(4, year)) return std::nullopt;
  const char mark = cursor.rest().starts_with('/') ? '/' : '-';
  const bool extended = cursor.Take(mark);
  if (!cursor.Digits(2, month) || cursor.Take(mark) != extended ||
      !cursor.Digits(2, day)) {
    return std::nullopt;
  }
  auto written = DayWritten(year, month, day);
  if (!written || cursor.rest().empty()) return written;
  // "2026-05-09+02:00" has a time zone, but no time.
  if (ZoneOf(cursor)) return written;
  if (!cursor.Take('T') && !cursor.Take('t') && !cursor.Take(' ')) {
    return std::nullopt;
  }
  cursor.SkipBlanks();
  Clock clock;
  if (!ReadClock(cursor, clock)) return std::nullopt;
  const auto zone = ZoneOf(cursor);
  if (!zone) return std::nullopt;
  return *written + fmt::format(FMT_COMPILE("T{:02}:{:02}:{:02}{}"), clock.hour,
                                clock.minute, clock.second, *zone);
}

/// Reads a number of seconds or milliseconds since 1970. Such a number states a
/// moment in UTC, so the result has an offset.
std::optional<std::string> SinceEpoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  int64_t value = 0;
  for (const char c : text) {
    if (!IsAsciiDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (text.size() == 13) value /= 1000;
  const std::chrono::sys_seconds instant{std::chrono::seconds(value)};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z"),
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace

std::optional<std::string> ReadTimestamp(std::string_view text,
                                         const DateStyle& style) {
  text = TrimBlanks(text);
  if (auto written = Iso8601(text)) return written;
  if (auto written = SinceEpoch(text)) return written;
  const auto found = FindDate(text::Tidy(text.substr(0, 200)), style);
  if (!found) return std::nullopt;
  return found->written;
}

bool IsSane(std::string_view written, std::string_view first_day,
            std::string_view latest) {
  if (written.size() < 10 || DayOf(written) < first_day) return false;
  if (latest.empty()) return true;
  const auto time = model::ParseTimestamp(written);
  const auto bound = model::ParseTimestamp(latest);
  return !time || !bound || *time <= *bound + kDayMs;
}

std::string AtLocalTime(std::string_view utc, std::string_view local) {
  constexpr int64_t kMinuteMs = 60'000;
  const auto instant = model::ParseTimestamp(utc);
  // Both texts are parsed as UTC, so the difference of the results is the
  // offset of the zone. If `local` is only a day, the time is midnight.
  const bool day_only = local.size() == 10;
  const std::string clock = std::string(local) + (day_only ? "T00:00:00" : "");
  const auto shown = model::ParseTimestamp(clock + "Z");
  if (!instant || !shown) return "";
  const auto floor = [](int64_t ms) { return ms / kMinuteMs; };
  const int64_t minutes = floor(*shown) - floor(*instant);
  if (minutes == 0 || minutes % 30 != 0 || std::abs(minutes) > 14 * 60) {
    return "";
  }
  if (day_only &&
      (minutes < 0 || minutes > 12 * 60 || utc.substr(16, 3) != ":00")) {
    return "";
  }
  // The seconds are those of `utc`, because `local` may have none.
  const std::string_view seconds = utc.substr(16, 3);
  return fmt::format(FMT_COMPILE("{}{}{}{:02}:{:02}"), clock.substr(0, 16),
                     seconds, minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

int PrecisionOf(std::string_view written) {
  if (written.size() < 19) return 1;
  return written.size() > 19 ? 3 : 2;
}

}  // namespace newsmill::extract::dates
