// Checks and changes that a JSON text needs before RapidJSON reads it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsmill::json {

/// Returns the index of the first byte below 0x20 that is not a tab, a line
/// feed or a carriage return. Returns the size if there is none.
size_t FindControlCharacter(std::string_view text);

/// Overwrites each \uD800 to \uDFFF that is not half of a pair with \uFFFD.
void ReplaceLoneSurrogates(std::vector<char>& json);

}  // namespace newsmill::json
