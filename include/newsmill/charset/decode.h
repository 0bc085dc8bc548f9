// Converts bytes of a known encoding to UTF-8.
// https://encoding.spec.whatwg.org/#decode-without-bom
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// Returns the text of `bytes` in valid UTF-8. If the standard's decoder
/// reports an error, the text contains U+FFFD at this position. U+FFFD has
/// three bytes, so the size of the text is at most three times the size of
/// `bytes`, plus 3. A byte-order mark is decoded like any other character, so
/// the caller must remove the mark first. Does not copy valid UTF-8. Any thread
/// may call Decode.
std::string Decode(Encoding encoding, std::string bytes);

/// Returns the text of `bytes` in valid UTF-8. `name` is the name of an
/// encoding that ICU supports and the web standard does not: "utf-32", "cp437".
/// Returns nothing if ICU does not know `name`. Use this function only for a
/// name that the producer of the message declares. A page may declare only
/// encodings of the web standard. Any thread may call DecodeByOtherName.
std::optional<std::string> DecodeByOtherName(std::string_view name,
                                             std::string_view bytes);

}  // namespace newsmill::charset
