#include "url_date.h"

#include "extract/lexicon/date_words.h"
#include "newsmill/base/ascii.h"
#include "timestamps.h"

namespace newsmill::extract::dates {
namespace {

bool IsMark(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

/// Returns the number of digits from `i` on.
size_t DigitsAt(std::string_view text, size_t i) {
  size_t end = i;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  return end - i;
}

std::string Padded(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

/// Returns the month at `i` as two digits: "01" for "1/", "01/" and "jan/".
/// Moves `i` to the character after the mark ("/", "-", "_" or ".").
std::string MonthAt(std::string_view url, size_t& i) {
  const size_t digits = DigitsAt(url, i);
  std::string month;
  size_t end = i + digits;
  if (digits == 1 || digits == 2) {
    month = Padded(url.substr(i, digits));
  } else {
    while (end < url.size() && LowerAscii(url[end]) >= 'a' &&
           LowerAscii(url[end]) <= 'z') {
      ++end;
    }
    const uint32_t number =
        lexicon::MonthNamed(LowerAscii(url.substr(i, end - i)));
    if (number == 0) return "";
    month = Padded(std::to_string(number));
  }
  if (end >= url.size() || !IsMark(url[end])) return "";
  i = end + 1;
  return month;
}

/// Returns the date at `i` that begins with the year ("2024/01/23"), or "".
std::string DateAt(std::string_view url, size_t i) {
  const std::string_view year = url.substr(i, 4);
  const size_t digits = DigitsAt(url, i);
  std::string date;
  if (digits == 8) {
    date = url.substr(i, 8);
  } else if (digits == 4 && i + 5 < url.size() && IsMark(url[i + 4])) {
    size_t at = i + 5;
    const std::string month = MonthAt(url, at);
    const size_t day = DigitsAt(url, at);
    if (month.empty() || (day != 1 && day != 2)) return "";
    date = std::string(year) + '-' + month + '-' + Padded(url.substr(at, day));
  }
  const auto written = date.empty() ? std::nullopt : ReadTimestamp(date, {});
  return written && written->size() == 10 ? *written : "";
}

/// Returns the date at `i` that begins with the day ("23-01-2024"), or "".
std::string DayFirstAt(std::string_view url, size_t i, const DateStyle& style) {
  if (DigitsAt(url, i) != 2 || i + 10 > url.size()) return "";
  const char mark = url[i + 2];
  if (!IsMark(mark) || mark == '/' || url[i + 5] != mark) return "";
  if (DigitsAt(url, i + 3) != 2 || DigitsAt(url, i + 6) != 4) return "";
  const auto written = ReadTimestamp(url.substr(i, 10), style);
  return written && written->size() == 10 ? *written : "";
}

}  // namespace

std::string DateOfUrl(std::string_view url, const DateStyle& style) {
  url = url.substr(0, url.find_first_of("?#"));
  const size_t scheme = url.find("://");
  size_t i = scheme == url.npos ? 0 : url.find('/', scheme + 3);
  for (; i < url.size(); ++i) {
    const bool begins = IsAsciiDigit(url[i]) &&
                        (i == 0 || IsMark(url[i - 1]) || url[i - 1] == '~');
    if (!begins) continue;
    const std::string_view century = url.substr(i, 2);
    std::string date;
    if (century == "19" || century == "20") date = DateAt(url, i);
    if (date.empty()) date = DayFirstAt(url, i, style);
    if (!date.empty()) return date;
  }
  return "";
}

}  // namespace newsmill::extract::dates
