// Converts bytes of a known encoding to UTF-8.
// https://encoding.spec.whatwg.org/#decode-without-bom
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the text in valid UTF-8, with U+FFFD for each error of the
/// standard's decoder: at most 3 bytes for each byte of the input, and 3 more.
/// A byte-order mark is decoded as a character, so the caller removes it
/// before. Does not copy valid UTF-8. Any thread.
std::string Decode(Encoding encoding, std::string bytes);

/// Returns the text of an encoding that ICU knows and the web does not
/// ("utf-32", "cp437"), in valid UTF-8. Nothing if ICU does not know `name`
/// either. For a name that a producer declares, never for one that a page
/// claims. Any thread.
std::optional<std::string> DecodeByOtherName(std::string_view name,
                                             std::string_view bytes);

}  // namespace newsmill::charset
