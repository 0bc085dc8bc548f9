// Decodes the most common character references.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text with decoded references: "AT&amp;T" becomes "AT&T". Decodes
/// numbers and the names of Latin-1 and punctuation. Keeps all other text
/// unchanged.
std::string DecodeReferences(std::string_view text);

}  // namespace newsmill::extract::text
