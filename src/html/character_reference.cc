#include "character_reference.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "characters.h"

namespace newsmill::html {
namespace {

// The length of the longest name that is valid without ";", in bytes.
constexpr size_t kLongestBareName = 6;
constexpr uint32_t kBeyondUnicode = 0x110000;

// Returns the reference with the name `name`, or null if there is no such name.
// REQUIRES: `name` is ASCII and not empty.
const NamedReference* FindName(std::string_view name) {
  const auto first = static_cast<unsigned char>(name.front());
  const std::span candidates = std::span(kNamedReferences)
                                   .subspan(kNamedReferencesFrom[first],
                                            kNamedReferencesFrom[first + 1] -
                                                kNamedReferencesFrom[first]);
  const auto found =
      std::ranges::lower_bound(candidates, name, {}, &NamedReference::name);
  const bool is_name = found != candidates.end() && found->name == name;
  return is_name ? &*found : nullptr;
}

// https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state
// A name consists of letters and digits, and may have a ";" at its end. The
// standard requires the longest name that matches. If the run of letters and
// digits at `p` ends with ";" and is a name, this is the longest match.
// Otherwise the longest match is a name without ";" at the start of the run.
CharacterReference ReadNamed(const char* p, const char* end,
                             bool in_attribute) {
  const char* run_end = p;
  while (run_end != end && IsIn(*run_end, kLetter | kDigit)) ++run_end;
  if (run_end != end && *run_end == ';') {
    if (const auto* named = FindName({p, run_end + 1})) {
      return {run_end + 1, named->text};
    }
  }
  size_t length = std::min<size_t>(run_end - p, kLongestBareName);
  for (; length >= 2; --length) {
    const auto* const named = FindName({p, length});
    if (named == nullptr) continue;
    const char* const after = p + length;
    // In an attribute, "&copy=1" and "&copyright" are treated as parts of a
    // URL, not as the character reference "&copy".
    if (in_attribute && after != end &&
        (*after == '=' || IsIn(*after, kLetter | kDigit))) {
      return {};
    }
    return {after, named->text};
  }
  return {};
}

// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
// The characters for the numbers 0x80 to 0x9F, as in windows-1252. The entry 0
// means that the number itself is the code point.
constexpr std::array<uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

uint32_t ReferencedCodePoint(uint32_t number) {
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (number == 0 || number >= kBeyondUnicode || surrogate) return 0xFFFD;
  if (number >= 0x80 && number <= 0x9F && kWindows1252[number - 0x80] != 0) {
    return kWindows1252[number - 0x80];
  }
  return number;
}

CharacterReference FromCodePoint(const char* end, uint32_t c) {
  std::array<char, 4> bytes{};
  size_t length = 0;
  const auto put = [&](uint32_t byte) {
    bytes[length++] = static_cast<char>(byte);
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6U);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12U);
    put(0x80 | (c >> 6U & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18U);
    put(0x80 | (c >> 12U & 0x3F));
    put(0x80 | (c >> 6U & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return {end, {bytes.data(), length}};
}

uint32_t DigitValue(char c) {
  return c <= '9' ? c - '0' : LowerAscii(c) - 'a' + 10;
}

// https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-state
CharacterReference ReadNumeric(const char* p, const char* end) {
  const bool hexadecimal = p != end && (*p == 'x' || *p == 'X');
  if (hexadecimal) ++p;
  const int digit = hexadecimal ? kHexDigit : kDigit;
  if (p == end || !IsIn(*p, digit)) return {};

  uint32_t number = 0;
  for (; p != end && IsIn(*p, digit); ++p) {
    number = number * (hexadecimal ? 16 : 10) + DigitValue(*p);
    number = std::min(number, kBeyondUnicode);
  }
  if (p != end && *p == ';') ++p;
  return FromCodePoint(p, ReferencedCodePoint(number));
}

}  // namespace

CharacterReference::CharacterReference(const char* end, std::string_view text)
    : end_(end), length_(static_cast<uint8_t>(text.size())) {
  std::memcpy(bytes_.data(), text.data(), text.size());
}

CharacterReference ReadCharacterReference(const char* p, const char* end,
                                          bool in_attribute) {
  if (p == end) return {};
  if (*p == '#') return ReadNumeric(p + 1, end);
  if (IsIn(*p, kLetter | kDigit)) return ReadNamed(p, end, in_attribute);
  return {};
}

}  // namespace newsmill::html
