// Bytes of a known encoding to UTF-8.
// https://encoding.spec.whatwg.org/#decode-without-bom
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsmill/charset/encoding.h"

namespace newsmill::charset {

/// The text in valid UTF-8, with U+FFFD for what the standard's decoder calls
/// an error. Never fails, and is at most three times as long and three bytes.
/// A byte-order mark is a character here: the caller has removed it. UTF-8 that
/// is valid comes back without being copied.
std::string Decode(Encoding encoding, std::string bytes);

/// By a name that the web does not know and ICU does ("utf-32", "cp437"): for
/// what a producer declares, never for what a page claims. Nothing when ICU
/// does not know it either.
std::optional<std::string> DecodeByOtherName(std::string_view name,
                                             std::string_view bytes);

}  // namespace newsmill::charset
