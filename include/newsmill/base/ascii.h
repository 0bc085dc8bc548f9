// ASCII as protocols use it: case does not matter, blanks are trimmed.
#pragma once

#include <string>
#include <string_view>

namespace newsmill {

constexpr char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string LowerAscii(std::string_view text);

constexpr bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}
std::string_view TrimBlanks(std::string_view text);

bool EqualsIgnoringCase(std::string_view a, std::string_view b);

/// `prefix` is in lower case.
bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix);

}  // namespace newsmill
