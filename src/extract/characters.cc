#include "characters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "newsmill/json/utf8.h"
namespace newsmill::extract {
namespace {

using Character = int32_t;
using json::NextCharacter;
using json::PreviousCharacter;

/// u_isalnum and the marks that stand in words.
bool IsWordPart(Character c) {
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK;
  return (1U << static_cast<unsigned>(u_charType(c)) & kMask) != 0;
}

bool IsAsciiLetter(Character c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsAlnum(Character c) {
  if (c < 0x80) return IsAsciiLetter(c) || (c >= '0' && c <= '9');
  return IsWordPart(c);
}

bool IsSpace(Character c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool IsInvisible(Character c) {
  return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 ||
         (c >= 0x202A && c <= 0x202E);
}

bool IsTerminal(Character c) {
  switch (c) {
    case '.': case '!': case '?':
    case 0x2026: case 0x203C: case 0x2049:             // … ‼ ⁉
    case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E:  // 。 ！ ？ ．
    case 0x061F: case 0x06D4:                            // ؟ ۔
    case 0x0964: case 0x0965:                            // danda
    case 0x1362:                                         // Ethiopic
      return true;
    default:
      return false;
  }
}

bool IsCloser(Character c) {
  switch (c) {
    case '"': case '\'': case ')': case ']': case '*':
    case 0x00BB: case 0x00AB: case 0x2019: case 0x201D: case 0x201C:
    case 0x203A: case 0x2039: case 0x300D: case 0x300F: case 0xFF09:
    case 0x3011: case 0xFF02:
      return true;
    default:
      return false;
  }
}

/// Behind the visible ASCII characters at `i`: most of most texts.
size_t EndOfGraphs(std::string_view text, size_t i) {
  while (i < text.size() && text[i] > ' ' && text[i] < 0x7F) ++i;
  return i;
}

/// Without the last bracketed remark, such as an agency's name.
std::string_view WithoutLastRemark(std::string_view text) {
  size_t open = std::string_view::npos;
  if (text.ends_with(')')) open = text.rfind('(');
  if (text.ends_with("）")) open = text.rfind("（");
  if (open == text.npos || open == 0 || text.size() - open > 80) return text;
  text = text.substr(0, open);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool EndsWithTerminal(std::string_view text) {
  size_t i = text.size();
  for (int closers = 0; i > 0 && closers < 6; ++closers) {
    const Character c = PreviousCharacter(text, i);
    if (IsTerminal(c)) return true;
    if (!IsCloser(c) && c != ' ') return false;
  }
  return false;
}

}  // namespace

std::string Tidy(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  bool gap = false;
  for (size_t i = 0; i < raw.size();) {
    const size_t begin = i;
    i = EndOfGraphs(raw, i);
    if (i > begin) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(raw, begin, i - begin);
      continue;
    }
    const Character c = NextCharacter(raw, i);
    if (IsSpace(c)) {
      gap = true;
    } else if (!IsInvisible(c)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(raw, begin, i - begin);
    }
  }
  return out;
}

Measure MeasureOf(std::string_view text) {
  Measure measure;
  int32_t wide = 0;
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    const Character c = NextCharacter(text, i);
    if (c < 0x80) {
      ++measure.columns;
      const bool alnum = IsAlnum(c);
      measure.letters += alnum ? 1 : 0;
      measure.has_lower |= c >= 'a' && c <= 'z';
      measure.words += alnum && !in_word ? 1 : 0;
      in_word = alnum || (in_word && (c == '\'' || c == '-'));
      continue;
    }
    const bool is_wide = IsWide(c);
    const bool is_alnum = IsAlnum(c);
    measure.columns += is_wide ? 2 : 1;
    measure.letters += is_alnum ? 1 : 0;
    measure.has_lower |= u_islower(c) != 0;
    wide += is_wide && is_alnum ? 1 : 0;
    if (is_alnum && !is_wide && !in_word) ++measure.words;
    // An apostrophe or hyphen joins what it stands between.
    in_word = (is_alnum && !is_wide) ||
              (in_word && c == 0x2019);
  }
  measure.words += (wide + 1) / 2;
  measure.has_wide = wide > 0;
  return measure;
}

std::string Folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Character c = NextCharacter(text, i);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else {
      json::AppendCharacter(u_tolower(c), out);
    }
  }
  return out;
}

bool EndsSentence(std::string_view text) {
  if (EndsWithTerminal(text)) return true;
  const std::string_view before = WithoutLastRemark(text);
  return before.size() != text.size() && EndsWithTerminal(before);
}

int32_t InnerSentenceEnds(std::string_view text) {
  int32_t ends = 0;
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    const char c = text[i];
    // A full stop after a short word may be an abbreviation's.
    const bool stop = c == '.' && i >= 4 && text[i - 1] != '.' &&
                      text[i - 2] != ' ' && text[i - 3] != ' ';
    if ((stop || c == '!' || c == '?') && text[i + 1] == ' ') ++ends;
    if (text.substr(i, 3) == "。" && i + 3 < text.size()) ++ends;
  }
  return ends;
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

}  // namespace newsmill::extract
