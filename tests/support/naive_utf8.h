// A slow check of UTF-8, byte by byte, to compare the fast ones with.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::test {

/// Returns whether the text is UTF-8 by definition: shortest form, no
/// surrogate, at most U+10FFFF.
inline bool IsUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80) continue;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC0 || lead >= 0xF8) return false;
    uint32_t character = lead & (0x3FU >> more);
    for (int k = 0; k < more; ++k, ++i) {
      if (i == text.size()) return false;
      const auto byte = static_cast<unsigned char>(text[i]);
      if ((byte & 0xC0) != 0x80) return false;
      character = character << 6 | (byte & 0x3FU);
    }
    constexpr uint32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
    if (character < kSmallest[more] || character > 0x10FFFF) return false;
    if (character >= 0xD800 && character < 0xE000) return false;
  }
  return true;
}

}  // namespace newsmill::test
