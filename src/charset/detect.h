// Detects the encoding of bytes without a declared encoding. Uses uchardet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Detects the encoding of text that is not UTF-8, by the frequency of its
/// characters. Returns nothing if the text has too few characters beyond ASCII,
/// if web pages do not use the detected encoding, or if the bytes are invalid
/// in the detected encoding. Reads only the beginning of the text, without
/// tags, scripts and styles. Thread-safe.
std::optional<Encoding> DetectedEncoding(std::string_view bytes);

/// Returns true if the bytes are ISO-2022-JP text (RFC 1468): ASCII bytes with
/// escape sequences of this encoding. At least one escape sequence must begin
/// Japanese text. A few characters may be invalid.
bool IsIso2022Jp(std::string_view bytes);

/// Returns true if at least eight of nine sequences beyond ASCII are valid
/// UTF-8. Such bytes are UTF-8 text with a few broken characters. Characters
/// that are cut off after their second byte or at the end of a word count
/// neither way, unless there are more of them than valid sequences.
bool IsMostlyUtf8(std::string_view bytes);

/// Returns true if the bytes have at least as many valid or cut sequences of
/// UTF-8 as other broken ones. Such bytes are UTF-8 if their producer or their
/// format says so.
bool IsPartlyUtf8(std::string_view bytes);

/// Returns the text at the beginning of the bytes, at most 32 KiB, without
/// tags, scripts and styles.
std::string TextIn(std::string_view bytes);

}  // namespace newsmill::charset
