#include "control_characters.h"

#include <algorithm>
#include <cstdint>

namespace newsmill::input {
namespace {

/// Returns whether a C1 control begins at index `i`. C1 controls are U+0080 to
/// U+009F. In UTF-8, they are the bytes C2 80 to C2 9F.
bool IsC1At(const std::string& text, size_t i) {
  return text[i] == '\xC2' && i + 1 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) < 0xA0;
}

bool IsC0(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' &&
          c != '\r') ||
         c == '\x7F';
}

constexpr size_t kBlock = 64;

/// Returns whether the block may contain a control character. Also returns true
/// for a harmless character that begins with the byte C2. The code has no
/// branch, so that compilers can vectorise it.
bool BlockMayHoldControl(const char* block) {
  uint8_t found = 0;
  for (size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<uint8_t>(block[i]);
    const auto c0 = static_cast<uint8_t>(c < 0x20);
    const auto meant =
        static_cast<uint8_t>((c == '\t') | (c == '\n') | (c == '\r'));
    const auto other = static_cast<uint8_t>((c == 0x7F) | (c == 0xC2));
    found |= static_cast<uint8_t>((c0 & ~meant) | other);
  }
  return found != 0;
}

size_t FirstControl(const std::string& text) {
  size_t i = 0;
  while (i < text.size()) {
    if (i + kBlock <= text.size() && !BlockMayHoldControl(text.data() + i)) {
      i += kBlock;
      continue;
    }
    const size_t end = std::min(i + kBlock, text.size());
    for (; i < end; ++i) {
      if (IsC0(text[i]) || IsC1At(text, i)) return i;
    }
  }
  return text.size();
}

}  // namespace

std::string WithoutControlCharacters(std::string text) {
  size_t i = FirstControl(text);
  size_t kept = i;
  while (i < text.size()) {
    const char c = text[i];
    const bool c1 = IsC1At(text, i);
    const bool breaks = c == '\f' || c == '\v' || (c1 && text[i + 1] == '\x85');
    if (breaks) {
      text[kept++] = '\n';
    } else if (!c1 && !IsC0(c)) {
      text[kept++] = c;
    }
    i += c1 ? 2 : 1;
  }
  text.resize(std::min(kept, text.size()));
  return text;
}

}  // namespace newsmill::input
