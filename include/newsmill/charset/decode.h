// Converts bytes of a known encoding to UTF-8.
// https://encoding.spec.whatwg.org/#decode-without-bom
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the text in valid UTF-8. Each error of the standard's decoder
/// becomes U+FFFD, so the text has at most three times the bytes of the input,
/// plus 3. A byte-order mark is decoded as a character, so the caller removes
/// it first. Does not copy valid UTF-8. Any thread may call it.
std::string Decode(Encoding encoding, std::string bytes);

/// Returns the text of `bytes` in valid UTF-8. `name` is the name of an
/// encoding that ICU supports and the web standard does not: "utf-32", "cp437".
/// Returns nothing if ICU does not know `name`. Use this function for a name
/// that a producer declares, never for a name that a page declares. Any thread
/// may call it.
std::optional<std::string> DecodeByOtherName(std::string_view name,
                                             std::string_view bytes);

}  // namespace newsmill::charset
