#include "han_numerals.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

namespace newsmill::extract::dates {
namespace {

using Tokens = std::span<const text::Token>;

constexpr size_t kYearCharacters = 4;

int32_t DigitOf(const text::Token& token) {
  constexpr std::array<std::string_view, 10> kDigits = {
      "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (token.word == "零" || token.word == "○") return 0;
  const auto* const found = std::ranges::find(kDigits, token.word);
  return found == kDigits.end() ? -1
                                : static_cast<int32_t>(found - kDigits.begin());
}

/// Returns the year that the characters write as single digits: 2024 for
/// 二〇二四. Returns -1 if a character is not a digit.
int32_t YearOf(Tokens characters) {
  int32_t year = 0;
  for (const text::Token& character : characters) {
    const int32_t digit = DigitOf(character);
    if (digit < 0) return -1;
    year = year * 10 + digit;
  }
  return year;
}

/// Returns the number below 100 that the characters mean (八, 十四, 二十,
/// 三十一), or -1 for other characters.
int32_t NumberOf(Tokens characters) {
  int32_t number = 0;
  for (const text::Token& character : characters) {
    if (character.IsWord("十")) {
      number = std::max(number, 1) * 10;
      continue;
    }
    const int32_t digit = DigitOf(character);
    if (digit < 0 || number % 10 != 0) return -1;
    number += digit;
  }
  return number < 100 ? number : -1;
}

/// Replaces the tokens [begin, end) with one number token.
void Join(std::vector<text::Token>& tokens, size_t begin, size_t end,
          int32_t value, int32_t digits) {
  text::Token& first = tokens[begin];
  first.kind = text::Token::Kind::kNumber;
  first.value = value;
  first.digits = digits;
  first.end = tokens[end - 1].end;
  first.word.clear();
  const auto at = tokens.begin();
  tokens.erase(at + static_cast<std::ptrdiff_t>(begin) + 1,
               at + static_cast<std::ptrdiff_t>(end));
}

/// If one of `units` follows the number at `begin`, replaces the characters of
/// the number with one number token. Returns the index of the token after the
/// unit, or `begin` if nothing was replaced.
size_t JoinBefore(std::initializer_list<std::string_view> units, size_t begin,
                  std::vector<text::Token>& tokens) {
  constexpr size_t kMostCharacters = 3;  // example: 三十一
  for (size_t n = 1; n <= kMostCharacters && begin + n < tokens.size(); ++n) {
    const text::Token& unit = tokens[begin + n];
    if (std::ranges::find(units, unit.word) == units.end()) continue;
    const int32_t value = NumberOf(Tokens(tokens).subspan(begin, n));
    if (value < 0) return begin;
    Join(tokens, begin, begin + n, value, value < 10 ? 1 : 2);
    return begin + 2;
  }
  return begin;
}

}  // namespace

void JoinHanNumerals(std::vector<text::Token>& tokens) {
  for (size_t i = kYearCharacters; i < tokens.size(); ++i) {
    if (!tokens[i].IsWord("年")) continue;
    const size_t begin = i - kYearCharacters;
    const int32_t year = YearOf(Tokens(tokens).subspan(begin, kYearCharacters));
    if (year < 0) continue;
    Join(tokens, begin, i, year, kYearCharacters);
    i = JoinBefore({"月"}, begin + 2, tokens);
    i = JoinBefore({"日", "号", "號"}, i, tokens);
  }
}

}  // namespace newsmill::extract::dates
