#include <algorithm>
#include <array>
#include <vector>

#include "iptc7901.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

bool AreLetters(std::string_view word, size_t min, size_t max) {
  return word.size() >= min && word.size() <= max &&
         std::ranges::all_of(word, IsAsciiLetter);
}

/// Returns the letters before the digits of a word such as "exa0612". Returns
/// "" for other words.
std::string_view ServiceOf(std::string_view word) {
  const auto* end = std::ranges::find_if(word, IsAsciiDigit);
  const std::string_view letters(word.begin(), end);
  const std::string_view number = word.substr(letters.size());
  return AreLetters(letters, 1, 5) && AreDigits(number, 2, 6) ? letters : "";
}

/// Returns the last word that may be the name of an agency. The words before it
/// are codes of services: "cccce dpa-euro 0525".
std::string_view SourceOf(const std::vector<std::string_view>& words) {
  std::string_view source;
  for (const std::string_view word : words) {
    const bool is_name =
        word.size() >= 2 && word.size() <= 12 && IsAsciiLetter(word.front()) &&
        std::ranges::all_of(
            word, [](char c) { return IsAsciiLetter(c) || c == '-'; });
    if (is_name) source = word;
  }
  return source;
}

}  // namespace

bool AreDigits(std::string_view word, size_t min, size_t max) {
  return word.size() >= min && word.size() <= max &&
         std::ranges::all_of(word, IsAsciiDigit);
}

Iptc7901Header Iptc7901HeaderOf(std::string_view line) {
  std::vector<std::string_view> words = Split(line.substr(0, 120), " \t", 10);
  if (words.empty()) return {};
  std::string_view service = ServiceOf(words[0]);
  size_t at = 1;
  // Some agencies write a blank between the service and the number.
  if (service.empty() && words.size() > 1 && AreLetters(words[0], 1, 5) &&
      AreDigits(words[1], 3, 6)) {
    service = words[0];
    at = 2;
  }
  const bool is_header =
      !service.empty() && words.size() >= at + 3 && words[at].size() == 1 &&
      IsAsciiLetterOrDigit(words[at][0]) && AreLetters(words[at + 1], 1, 3) &&
      AreDigits(words[at + 2], 1, 6);
  if (!is_header) return {};
  words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(at) + 3);
  // A number follows the agency. A sentence such as "A320 4 of 62 planes" has
  // none.
  const bool has_number = std::ranges::any_of(
      words, [](std::string_view word) { return AreDigits(word, 2, 6); });
  if (!words.empty() && !has_number) return {};
  return {std::string(service), std::string(SourceOf(words))};
}

bool LooksLikeIptc7901(std::string_view text) {
  constexpr size_t kMaxHead = 1024;
  text = WithoutByteOrderMark(text).substr(0, kMaxHead);
  // Lines may have NUL, SYN or DEL before the message, as fill characters.
  const auto is_fill = [](char c) {
    return IsBlank(c) || c == '\0' || c == '\x16' || c == '\x7F';
  };
  const auto skip_fill = [&] {
    while (!text.empty() && is_fill(text.front())) text.remove_prefix(1);
  };
  skip_fill();
  if (text.starts_with("ZCZC")) {
    text.remove_prefix(std::min(text.find('\n'), text.size()));
    skip_fill();
  }
  if (text.empty()) return false;
  if (text.front() != kStartOfHeader && !IsAsciiLetter(text.front())) {
    return false;
  }
  if (text.front() == kStartOfHeader) {
    text.remove_prefix(1);
    if (text.contains(kStartOfText)) return true;
  }
  return !Iptc7901HeaderOf(text.substr(0, text.find_first_of("\r\n")))
              .service.empty();
}

}  // namespace newsmill::input
