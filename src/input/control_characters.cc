#include "control_characters.h"

#include <algorithm>

namespace newsmill::input {
namespace {

/// U+0080 to U+009F are C2 80 to C2 9F.
bool IsC1At(const std::string& text, size_t i) {
  return text[i] == '\xC2' && i + 1 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) < 0xA0;
}

bool IsC0(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' &&
          c != '\r') ||
         c == '\x7F';
}

size_t FirstControl(const std::string& text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (IsC0(text[i]) || IsC1At(text, i)) return i;
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
