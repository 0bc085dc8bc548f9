// Detects the encoding of bytes that nothing declares, by uchardet.
#pragma once

#include <optional>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the encoding of text that is not UTF-8 by the frequency of its
/// characters; nothing if there are too few of them, or if the guess is none
/// that the web uses or one that the bytes contradict. Looks only at the first
/// text outside of tags and scripts. Any thread.
std::optional<Encoding> DetectedEncoding(std::string_view bytes);

/// Returns true if at least eight of nine sequences beyond ASCII are UTF-8:
/// text with a broken character.
bool IsMostlyUtf8(std::string_view bytes);

}  // namespace newsmill::charset
