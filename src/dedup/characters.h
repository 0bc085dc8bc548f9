// Characters of UTF-8 text, and how hashes are mixed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsmill::dedup {

/// The character that begins at `at`, which moves behind it; -1 for a byte that
/// begins none.
inline int32_t NextCharacter(std::string_view text, size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < more) return -1;
  int32_t character = lead & (0x3F >> more);
  for (size_t i = 0; i < more; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return -1;
    character = character << 6 | (byte & 0x3F);
  }
  at += more;
  return character;
}

/// Each bit of the result depends on each bit of `value`; a bijection
/// (SplitMix64's finaliser, Steele, Lea, Flood: OOPSLA 2014).
constexpr uint64_t Mixed(uint64_t value) {
  value += 0x9E3779B97F4A7C15;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

}  // namespace newsmill::dedup
