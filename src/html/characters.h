// The classes of bytes that the tokenizer distinguishes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "newsmill/base/ascii.h"

namespace newsmill::html {

enum CharacterClass : uint8_t {
  kBlank = 1,             // tab, line feed, form feed, carriage return, space
  kTagNameEnd = 2,        // blank / >
  kAttributeNameEnd = 4,  // blank / > =
  kUpperOrNul = 8,        // A to Z and NUL, which are replaced in names
  kLetter = 16,
  kDigit = 32,
  kHexDigit = 64,
};

constexpr std::array<uint8_t, 256> MakeCharacterClasses() {
  std::array<uint8_t, 256> classes{};
  for (const char c : std::string_view(" \t\n\f\r")) {
    classes[static_cast<uint8_t>(c)] = kBlank | kTagNameEnd | kAttributeNameEnd;
  }
  classes['/'] = classes['>'] = kTagNameEnd | kAttributeNameEnd;
  classes['='] = kAttributeNameEnd;
  classes[0] = kUpperOrNul;
  for (int c = 'A'; c <= 'Z'; ++c) classes[c] = kUpperOrNul | kLetter;
  for (int c = 'a'; c <= 'z'; ++c) classes[c] = kLetter;
  for (int c = '0'; c <= '9'; ++c) classes[c] = kDigit | kHexDigit;
  for (int c = 0; c < 6; ++c) {
    classes['a' + c] |= kHexDigit;
    classes['A' + c] |= kHexDigit;
  }
  return classes;
}
inline constexpr std::array<uint8_t, 256> kCharacterClasses =
    MakeCharacterClasses();

constexpr uint8_t ClassOf(char c) {
  return kCharacterClasses[static_cast<uint8_t>(c)];
}
constexpr bool IsIn(char c, int classes) { return (ClassOf(c) & classes) != 0; }

/// Returns whether [p, end) starts with `prefix`. Ignores the case of ASCII
/// letters. `prefix` must be in lower case.
constexpr bool StartsWithWord(const char* p, const char* end,
                              std::string_view prefix) {
  if (static_cast<size_t>(end - p) < prefix.size()) return false;
  for (size_t i = 0; i < prefix.size(); ++i) {
    if (LowerAscii(p[i]) != prefix[i]) return false;
  }
  return true;
}

inline const char* SkipBlanks(const char* p, const char* end) {
  while (p != end && IsIn(*p, kBlank)) ++p;
  return p;
}

}  // namespace newsmill::html
