// Checks and changes a JSON text before RapidJSON reads it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsmill::json {

/// Returns the index of the first byte below 0x20 that is not a tab, a line
/// feed or a carriage return. If there is none, returns the size of `text`.
size_t FindControlCharacter(std::string_view text);

/// Replaces each escape \uD800 to \uDFFF that is not part of a surrogate pair
/// by \uFFFD.
void ReplaceLoneSurrogates(std::vector<char>& json);

}  // namespace newsmill::json
