#include "newsmill/charset/utf8.h"

#include <cstdint>
#include <cstring>

#include "sequence.h"
#include "utf8_lanes.h"

namespace newsmill::charset {
namespace {

using Byte = unsigned char;

/// A sequence that starts with a given lead byte: its length and what its
/// second byte may be (Unicode 15, table 3-7). Length 0: no lead byte.
struct Lead {
  uint8_t length;
  Byte second_min;
  Byte second_max;
};

Lead LeadOf(Byte byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0) {
    return {3, static_cast<Byte>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<Byte>(byte == 0xED ? 0x9F : 0xBF)};
  }
  return {4, static_cast<Byte>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<Byte>(byte == 0xF4 ? 0x8F : 0xBF)};
}

/// What stands at the start, not ASCII: bytes of a character, or of the
/// maximal subpart of one.
struct Part {
  size_t bytes;
  bool valid;
};

Part PartAt(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<Byte>(text[i]); };
  const Lead lead = LeadOf(byte(0));
  if (lead.length == 0 || text.size() == 1 ||
      !IsIn(byte(1), lead.second_min, lead.second_max)) {
    return {1, false};
  }
  for (size_t i = 2; i < lead.length; ++i) {
    if (i == text.size() || !IsIn(byte(i), 0x80, 0xBF)) return {i, false};
  }
  return {lead.length, true};
}

size_t ValidPrefix(std::string_view text) {
  size_t at = 0;
  for (;;) {
    at += AsciiPrefix(text.substr(at));
    if (at == text.size()) return at;
    while (at < text.size() && static_cast<Byte>(text[at]) >= 0x80) {
      const Part part = PartAt(text.substr(at));
      if (!part.valid) return at;
      at += part.bytes;
    }
  }
}

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
  return ValidPrefix(text) == text.size();
}

std::string RepairedUtf8(std::string bytes) {
  if (IsValidUtf8(bytes)) return bytes;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  std::string_view rest = bytes;
  for (;;) {
    const size_t valid = ValidPrefix(rest);
    out.append(rest.substr(0, valid));
    rest.remove_prefix(valid);
    if (rest.empty()) return out;
    AppendUtf8(kReplacement, out);
    rest.remove_prefix(PartAt(rest).bytes);
  }
}

void AppendUtf8(int32_t character, std::string& out) {
  const auto c = static_cast<uint32_t>(character);
  const auto byte = [](uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) {
    out += byte(c);
  } else if (c < 0x800) {
    const char bytes[] = {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    out.append(bytes, sizeof(bytes));
  } else if (c < 0x10000) {
    const char bytes[] = {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)),
                          byte(0x80 | (c & 0x3F))};
    out.append(bytes, sizeof(bytes));
  } else {
    const char bytes[] = {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)),
                          byte(0x80 | (c >> 6 & 0x3F)),
                          byte(0x80 | (c & 0x3F))};
    out.append(bytes, sizeof(bytes));
  }
}

}  // namespace newsmill::charset
