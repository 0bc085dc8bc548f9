// Bytes to UTF-8. The one place in this module that knows character sets.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// In this order: a byte-order mark; `declared` (a label, "" for none); valid
/// UTF-8; windows-1252, the web's legacy default. Bytes that are no character
/// become U+FFFD. Refused with `charset`: an unknown label on bytes that are
/// not UTF-8. The byte-order mark is dropped.
std::expected<std::string, model::Rejection> ToUtf8(std::string bytes,
                                                    std::string_view declared);

/// A label or byte-order mark of a set that writes NUL bytes into plain text.
bool HoldsNulBytes(std::string_view bytes, std::string_view declared);

}  // namespace newsmill::input
