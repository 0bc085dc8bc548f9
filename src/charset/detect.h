// Detects the encoding of bytes without a declared encoding. Uses uchardet.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the encoding of text that is not UTF-8. Detects it by the frequency
/// of characters. Returns nothing if the text has too few characters beyond
/// ASCII, if web pages do not use the detected encoding, or if the bytes are
/// invalid in it. Reads only the beginning of the text, without tags, scripts
/// and styles. Any thread.
std::optional<Encoding> DetectedEncoding(std::string_view bytes);

/// Returns true if the bytes are ASCII, their escapes are those of ISO-2022-JP
/// (RFC 1468), one of them begins Japanese text, and few characters between
/// them are invalid.
bool IsIso2022Jp(std::string_view bytes);

/// Returns true if at least eight of nine sequences beyond ASCII are valid
/// UTF-8. Such bytes are UTF-8 text with a few broken characters.
bool IsMostlyUtf8(std::string_view bytes);

}  // namespace newsmill::charset
