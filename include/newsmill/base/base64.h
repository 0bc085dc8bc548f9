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

/// Returns the decoded bytes of `text`. Accepts both alphabets, and text
/// without padding. Skips line breaks, tabs and spaces, because MIME allows
/// them. The error is the index of the first invalid character: a character
/// outside both alphabets, or a character after the padding. If the last group
/// has only one character, the error is the size of `text`.
std::expected<std::string, size_t> DecodeBase64(std::string_view text);

}  // namespace newsmill
