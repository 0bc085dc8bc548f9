#include "characters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "newsmill/base/utf8.h"
namespace newsmill::extract::text {
namespace {

using Character = int32_t;

bool IsSpace(Character c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool IsInvisible(Character c) {
  return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsDirectionMark(Character c) {
  return c == 0x200E || c == 0x200F || c == 0x61C;
}

/// Removes direction marks and blanks from the end of the text. Direction marks
/// have no visible effect there.
void TrimDirectionMarks(std::string& text) {
  for (size_t i = text.size(); i > 0; text.resize(i)) {
    const Character c = PreviousCharacter(text, i);
    if (c != ' ' && !IsDirectionMark(c)) return;
  }
}

bool IsGraphAt(std::string_view text, size_t i) {
  return i < text.size() && text[i] > ' ' && text[i] < 0x7F;
}

/// Returns the end of the run of visible ASCII characters that starts at `i`.
/// The run may contain single blanks between visible characters. Most texts
/// consist of one such run, which Tidy copies without further steps.
size_t EndOfTidy(std::string_view text, size_t i) {
  while (IsGraphAt(text, i)) {
    ++i;
    if (i < text.size() && text[i] == ' ' && IsGraphAt(text, i + 1)) ++i;
  }
  return i;
}

/// Replaces the ASCII capital letters of `text` by small letters, eight bytes
/// at a time. Returns whether the whole text is ASCII.
bool LowerAsciiIn(std::string& text) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kTopBits = 0x80 * kOnes;
  uint64_t seen = 0;
  for (size_t i = 0; i < text.size(); i += sizeof(uint64_t)) {
    const size_t size = std::min(text.size() - i, sizeof(uint64_t));
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, size);
    seen |= bytes;
    // The top bit of each sum is set from 'A', and from the character after
    // 'Z'.
    const uint64_t low = bytes & ~kTopBits;
    const uint64_t from_a = low + (0x80 - 'A') * kOnes;
    const uint64_t after_z = low + (0x7F - 'Z') * kOnes;
    const uint64_t capitals = (from_a ^ after_z) & ~bytes & kTopBits;
    bytes |= capitals >> 2U;
    std::memcpy(text.data() + i, &bytes, size);
  }
  return (seen & kTopBits) == 0;
}

}  // namespace

std::string Tidy(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  bool gap = false;
  for (size_t i = 0; i < raw.size();) {
    const size_t begin = i;
    i = EndOfTidy(raw, i);
    if (i > begin) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(raw, begin, i - begin);
      continue;
    }
    const Character c = NextCharacter(raw, i);
    if (IsSpace(c)) {
      gap = true;
    } else if (!IsInvisible(c) && !(out.empty() && IsDirectionMark(c))) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(raw, begin, i - begin);
    }
  }
  TrimDirectionMarks(out);
  return out;
}

std::string Folded(std::string_view text) {
  std::string out(text);
  if (LowerAsciiIn(out)) return out;
  const std::string half = std::exchange(out, "");
  out.reserve(half.size());
  for (size_t i = 0; i < half.size();) {
    const size_t ascii = AsciiPrefix(std::string_view(half).substr(i));
    out.append(half, i, ascii);
    i += ascii;
    if (i < half.size()) {
      AppendCharacter(u_tolower(NextCharacter(half, i)), out);
    }
  }
  return out;
}

int32_t FirstCharacter(std::string_view text) {
  size_t i = 0;
  return text.empty() ? -1 : NextCharacter(text, i);
}

int32_t LastCharacter(std::string_view text) {
  size_t i = text.size();
  return text.empty() ? -1 : PreviousCharacter(text, i);
}

bool IsUpper(int32_t character) { return u_isupper(character) != 0; }
bool IsLetter(int32_t character) { return u_isalpha(character) != 0; }

bool IsWide(int32_t character) {
  if (character < 0x1100) return false;
  if (character >= 0x2E80 && character <= 0xA4CF) return true;
  return (character >= 0x1100 && character <= 0x115F) ||
         (character >= 0xAC00 && character <= 0xD7A3) ||
         (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0xFE30 && character <= 0xFE4F) ||
         (character >= 0xFF00 && character <= 0xFF60) ||
         (character >= 0x20000 && character <= 0x3FFFD);
}

}  // namespace newsmill::extract::text
