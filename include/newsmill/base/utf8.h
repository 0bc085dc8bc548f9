// UTF-8: valid (RFC 3629), or made valid; character by character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill {

/// "�", what stands for bytes that are no character.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// Bytes of the longest valid prefix; surrogates and overlong forms are
/// invalid. ASCII is checked eight bytes at a time.
size_t ValidUtf8Prefix(std::string_view text);

inline bool IsValidUtf8(std::string_view text) {
  return ValidUtf8Prefix(text) == text.size();
}

/// Appends `text` with U+FFFD for each maximal subpart that is not valid
/// (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts").
void AppendValidUtf8(std::string_view text, std::string& out);

/// The character at `at`, which moves behind it; U+FFFD for a byte that begins
/// none. Inline: every character of every text passes here.
/// REQUIRES: at < text.size().
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
    const unsigned next = byte(at);
    if ((next & 0xC0) != 0x80) return 0xFFFD;
    character = character << 6 | (next & 0x3F);
    ++at;
  }
  return static_cast<int32_t>(character);
}

/// The character before `at`, which moves to its first byte.
/// REQUIRES: at > 0.
int32_t PreviousCharacter(std::string_view text, size_t& at);

void AppendCharacter(int32_t character, std::string& out);

/// The longest prefix of at most `max_bytes` bytes that cuts no character.
/// `text` is valid.
std::string_view TruncateUtf8(std::string_view text, size_t max_bytes);

}  // namespace newsmill
