#include "newsmill/charset/utf8.h"

#include <cstdint>
#include <cstring>

#include "newsmill/base/utf8.h"
#include "utf8_lanes.h"

namespace newsmill::charset {
namespace {

using Byte = unsigned char;

uint64_t Word(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof(word));
  return word;
}

}  // namespace

size_t AsciiPrefix(std::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  const char* p = text.data();
  const char* end = p + text.size();
  // The compiler makes vectors of eight words at once.
  for (; end - p >= 64; p += 64) {
    uint64_t any = 0;
    for (int i = 0; i < 8; ++i) any |= Word(p + 8 * i);
    if ((any & kHighBits) != 0) break;
  }
  for (; end - p >= 8; p += 8) {
    if ((Word(p) & kHighBits) != 0) break;
  }
  while (p != end && static_cast<Byte>(*p) < 0x80) ++p;
  return static_cast<size_t>(p - text.data());
}

bool IsAscii(std::string_view text) { return AsciiPrefix(text) == text.size(); }

bool IsValidUtf8(std::string_view text) {
  text.remove_prefix(AsciiPrefix(text));
  if (text.empty()) return true;
  if (const auto valid = IsValidUtf8ByLanes(text)) return *valid;
  return ValidUtf8Prefix(text) == text.size();
}

std::string RepairedUtf8(std::string bytes) {
  if (IsValidUtf8(bytes)) return bytes;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  AppendValidUtf8(bytes, out);
  return out;
}

}  // namespace newsmill::charset
