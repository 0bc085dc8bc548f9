// Decodes the most common character references of HTML.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text with decoded character references: "AT&amp;T" becomes
/// "AT&T". Decodes numeric references, and the names of Latin-1 characters and
/// punctuation marks. Keeps all other text unchanged.
std::string DecodeReferences(std::string_view text);

}  // namespace newsmill::extract::text
