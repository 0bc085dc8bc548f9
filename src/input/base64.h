// Base64 (RFC 4648, section 4, and the URL-safe alphabet of section 5).
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace newsmill::input {

/// The bytes, or the index of the first character that does not belong there.
/// Line breaks, tabs and spaces are skipped (MIME), padding may be missing.
/// The two alphabets may not be told apart, so both are read. Refused: other
/// characters, anything after the padding, a last group of one character.
std::expected<std::string, size_t> DecodeBase64(std::string_view text);

}  // namespace newsmill::input
