#include "newsmill/base/utf8.h"

#include <cstdint>
#include <cstring>

#include "simdjson.h"

namespace newsmill {
namespace {

using Byte = unsigned char;

/// The length of a multi-byte sequence, and the valid range of its second byte.
/// The lead byte determines both (Unicode 15, table 3-7). Length 0 means that
/// the byte is not a lead byte.
struct Lead {
  uint8_t length;
  Byte second_min;
  Byte second_max;
};

Lead LeadOf(Byte byte) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// A character that is not ASCII, or an invalid part of such a character.
/// `bytes` is the length of the character or part. An invalid part is a maximal
/// subpart in the sense of Unicode.
struct Sequence {
  size_t bytes;
  bool valid;
};

Sequence SequenceAt(const Byte* p, const Byte* end) {
  const Lead lead = LeadOf(*p);
  if (lead.length == 0) return {1, false};
  if (p + 1 == end || p[1] < lead.second_min || p[1] > lead.second_max) {
    return {1, false};
  }
  for (size_t i = 2; i < lead.length; ++i) {
    if (p + i == end || (p[i] & 0xC0) != 0x80) return {i, false};
  }
  return {lead.length, true};
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
  // The inner loop always reads eight words, so that the compiler can use
  // vector instructions.
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

bool IsValidUtf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string RepairedUtf8(std::string bytes) {
  if (IsValidUtf8(bytes)) return bytes;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  AppendValidUtf8(bytes, out);
  return out;
}

size_t ValidUtf8Prefix(std::string_view text) {
  const auto* begin = reinterpret_cast<const Byte*>(text.data());
  const auto* end = begin + text.size();
  const Byte* p = begin;
  for (;;) {
    p += AsciiPrefix(text.substr(static_cast<size_t>(p - begin)));
    if (p == end) return text.size();
    while (p != end && *p >= 0x80) {
      const Sequence sequence = SequenceAt(p, end);
      if (!sequence.valid) return static_cast<size_t>(p - begin);
      p += sequence.bytes;
    }
  }
}

void AppendValidUtf8(std::string_view text, std::string& out) {
  for (;;) {
    const size_t valid = ValidUtf8Prefix(text);
    out.append(text.substr(0, valid));
    text.remove_prefix(valid);
    if (text.empty()) return;
    const auto* p = reinterpret_cast<const Byte*>(text.data());
    out.append(kReplacementCharacter);
    text.remove_prefix(SequenceAt(p, p + text.size()).bytes);
  }
}

int32_t PreviousCharacter(std::string_view text, size_t& at) {
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && IsContinuationByte(text[begin])) {
    --begin;
  }
  at = begin;
  return NextCharacter(text, begin);
}

void AppendCharacter(int32_t character, std::string& out) {
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

std::string_view TruncateUtf8(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  size_t end = max_bytes;
  while (end > 0 && IsContinuationByte(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace newsmill
