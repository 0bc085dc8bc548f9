// Counts words and other properties of a text.
#include <unicode/uchar.h>

#include <array>

#include "characters.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::text {
namespace {

using Character = int32_t;

/// Returns whether the character is a letter, a digit or a combining mark.
bool IsWordPart(Character c) {
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK;
  return (1U << static_cast<unsigned>(u_charType(c)) & kMask) != 0;
}

struct AsciiClass {
  uint8_t alnum : 1;
  uint8_t lower : 1;
  uint8_t joint : 1;  // "'" and "-" join the letters on both sides
};
constexpr std::array<AsciiClass, 128> MakeAsciiClasses() {
  std::array<AsciiClass, 128> classes{};
  for (unsigned char c = '0'; c <= '9'; ++c) classes[c].alnum = 1;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) classes[c].alnum = 1;
  for (unsigned char c = 'a'; c <= 'z'; ++c) classes[c] = {1, 1, 0};
  classes['\''].joint = 1;
  classes['-'].joint = 1;
  return classes;
}
constexpr std::array<AsciiClass, 128> kAsciiClasses = MakeAsciiClasses();

/// Measures the text from `i` to the first character that is not ASCII. Returns
/// the position of this character.
size_t MeasureAscii(std::string_view text, size_t i, Measure& measure,
                    bool& in_word) {
  const size_t begin = i;
  int32_t letters = 0;
  int32_t words = 0;
  unsigned lower = 0;
  unsigned word = in_word ? 1 : 0;
  for (; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) break;
    const AsciiClass c = kAsciiClasses[byte];
    letters += c.alnum;
    words += static_cast<int32_t>(c.alnum & ~word);
    lower |= c.lower;
    word = c.alnum | (word & c.joint);
  }
  measure.columns += static_cast<int32_t>(i - begin);
  measure.letters += letters;
  measure.words += words;
  measure.has_lower |= lower != 0;
  in_word = word != 0;
  return i;
}

}  // namespace

Measure MeasureOf(std::string_view text) {
  Measure measure;
  int32_t wide = 0;
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      i = MeasureAscii(text, i, measure, in_word);
      continue;
    }
    const Character c = NextCharacter(text, i);
    const bool is_wide = IsWide(c);
    const bool is_alnum = IsWordPart(c);
    measure.columns += is_wide ? 2 : 1;
    measure.letters += is_alnum ? 1 : 0;
    measure.has_lower |= u_islower(c) != 0;
    wide += is_wide && is_alnum ? 1 : 0;
    if (is_alnum && !is_wide && !in_word) ++measure.words;
    // An apostrophe (U+2019) does not end a word.
    in_word = (is_alnum && !is_wide) || (in_word && c == 0x2019);
  }
  measure.words += (wide + 1) / 2;
  measure.has_wide = wide > 0;
  return measure;
}

}  // namespace newsmill::extract::text
