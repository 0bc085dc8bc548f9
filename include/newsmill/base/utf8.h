// UTF-8 (RFC 3629): validation, repair, and access to single characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill {

/// The character U+FFFD "�". It replaces bytes that are not valid UTF-8.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Returns `text` without a byte order mark at its start.
inline std::string_view WithoutByteOrderMark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return text;
}

/// Returns whether the byte continues a character of several bytes.
constexpr bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// Returns the number of bytes before the first byte that is not ASCII.
size_t AsciiPrefix(std::string_view text);

inline bool IsAscii(std::string_view text) {
  return AsciiPrefix(text) == text.size();
}

/// Returns true if `text` is valid UTF-8. Surrogates and overlong forms are
/// invalid. Fast, because simdjson uses the vector instructions of the
/// processor.
bool IsValidUtf8(std::string_view text);

/// Returns the size in bytes of the longest prefix that is valid UTF-8.
size_t ValidUtf8Prefix(std::string_view text);

/// Appends `text` to `out`. Replaces each maximal subpart of an ill-formed
/// sequence (Unicode 15, section 3.9) by U+FFFD, as
/// https://encoding.spec.whatwg.org/#utf-8-decoder does.
void AppendValidUtf8(std::string_view text, std::string& out);

/// Makes the same replacements in `bytes` as AppendValidUtf8, and returns the
/// result. If `bytes` is valid UTF-8, returns `bytes` without a copy.
std::string RepairedUtf8(std::string bytes);

/// Returns the character that starts at the byte `at` of `text`, and moves `at`
/// to the next character. Returns U+FFFD if no valid character starts at this
/// byte. The function is inline because newsmill calls it for each character of
/// each text. REQUIRES: at < text.size().
inline int32_t NextCharacter(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at++);
  if (lead < 0x80) return static_cast<int32_t>(lead);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  if (more == 0 || lead > 0xF4) return 0xFFFD;
  unsigned character = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    if (at == text.size() || !IsContinuationByte(text[at])) return 0xFFFD;
    character = character << 6 | (byte(at) & 0x3F);
    ++at;
  }
  return static_cast<int32_t>(character);
}

/// Returns the character that ends before the byte `at` of `text`, and moves
/// `at` to the start of the character.
/// REQUIRES: at > 0.
int32_t PreviousCharacter(std::string_view text, size_t& at);

/// Appends the UTF-8 form of `character`, which is a Unicode code point.
void AppendCharacter(int32_t character, std::string& out);

/// Returns the longest prefix of `text` that has at most `max_bytes` bytes and
/// does not cut a character.
/// REQUIRES: `text` is valid UTF-8.
std::string_view TruncateUtf8(std::string_view text, size_t max_bytes);

}  // namespace newsmill
