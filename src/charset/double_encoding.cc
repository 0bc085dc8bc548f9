#include "newsmill/charset/double_encoding.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

#include "detect.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "newsmill/charset/windows_1252.h"

namespace newsmill::charset {
namespace {

/// Returns the byte that `character` has in windows-1252, or nothing if there
/// is none. The byte of a C1 control has the number of the control.
std::optional<char> ByteOf(int32_t character) {
  if (character < 0x100) return static_cast<char>(character);
  const auto* const found = std::ranges::find(kWindows1252Controls, character);
  if (found == kWindows1252Controls.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - kWindows1252Controls.begin()));
}

/// Returns the bytes of the characters beyond ASCII that begin at `at`, and
/// moves `at` after them. Returns nothing if a character has no byte.
std::optional<std::string> TakeBytes(std::string_view text, size_t& at) {
  std::string bytes;
  while (at < text.size() && (text[at] & 0x80) != 0) {
    const auto byte = ByteOf(NextCharacter(text, at));
    if (!byte) return std::nullopt;
    bytes += *byte;
  }
  return bytes;
}

bool IsPlausible(int32_t character) {
  constexpr uint32_t kRare =
      U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK;
  return character != 0xFFFD && (U_GET_GC_MASK(character) & kRare) == 0;
}

/// The characters that a repair gives.
struct Repaired {
  std::string text;
  int64_t characters = 0;
  int64_t letters = 0;
  int64_t letters_in_words = 0;
  std::set<int32_t> distinct;  // at most kDistinct

  static constexpr size_t kDistinct = 2;
};

/// Counts the characters of a repaired run. Returns false if a character is
/// not plausible. `is_beside_letter` is true if an ASCII letter is before or
/// after the run.
bool Count(std::string_view run, bool is_beside_letter, Repaired& repaired) {
  size_t at = 0;
  int64_t letters = 0;
  while (at < run.size()) {
    const int32_t character = NextCharacter(run, at);
    if (!IsPlausible(character)) return false;
    ++repaired.characters;
    letters += u_isalpha(character) != 0 ? 1 : 0;
    if (repaired.distinct.size() < Repaired::kDistinct) {
      repaired.distinct.insert(character);
    }
  }
  repaired.letters += letters;
  if (is_beside_letter || letters > 1) repaired.letters_in_words += letters;
  return true;
}

/// Returns the text with every run of characters beyond ASCII decoded again, or
/// nothing if a run is not double-encoded. Nearly all texts end at their first
/// run.
std::optional<Repaired> Repair(std::string_view text) {
  Repaired repaired;
  size_t at = 0;
  while (at < text.size()) {
    const size_t ascii = AsciiPrefix(text.substr(at));
    repaired.text += text.substr(at, ascii);
    at += ascii;
    const bool is_after_letter = at > 0 && IsAsciiLetter(text[at - 1]);
    const auto run = TakeBytes(text, at);
    if (!run || !IsValidUtf8(*run)) return std::nullopt;
    const bool is_before_letter = at < text.size() && IsAsciiLetter(text[at]);
    if (!Count(*run, is_after_letter || is_before_letter, repaired)) {
      return std::nullopt;
    }
    repaired.text += *run;
  }
  return repaired;
}

bool IsCertain(const Repaired& repaired) {
  return repaired.characters >= 3 &&
         repaired.distinct.size() == Repaired::kDistinct &&
         repaired.letters_in_words * 4 >= repaired.letters * 3;
}

bool MentionsEncodings(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kTerms = {
      "mojibake", "encoding", "unicode", "utf-8", "utf8", "charset"};
  const std::string sample = LowerAscii(TextIn(text));
  return std::ranges::any_of(kTerms, [&](std::string_view term) {
    return sample.find(term) != sample.npos;
  });
}

}  // namespace

std::string WithoutDoubleEncoding(std::string text) {
  if (IsAscii(text)) return text;
  auto repaired = Repair(text);
  if (!repaired || !IsCertain(*repaired) || MentionsEncodings(text)) {
    return text;
  }
  return std::move(repaired->text);
}

}  // namespace newsmill::charset
