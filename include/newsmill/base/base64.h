// Encodes and decodes Base64 (RFC 4648, section 4). Decoding also accepts the
// URL-safe alphabet of section 5.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace newsmill {

/// Returns `bytes` as Base64 in the alphabet of section 4, with padding and
/// without line breaks.
std::string EncodeBase64(std::string_view bytes);

/// Returns the decoded bytes of `text`. The error is the index of the first
/// character that is not valid Base64: a character that is in neither alphabet,
/// a character after the padding, or the end of a text whose last group has
/// only one character. Accepts both alphabets and missing padding. Skips line
/// breaks, tabs and spaces (MIME).
std::expected<std::string, size_t> DecodeBase64(std::string_view text);

}  // namespace newsmill
