// What must be settled in a JSON text before RapidJSON sees it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsmill::json {

/// Index of the first byte below 0x20 that is not a tab, a line feed or a
/// carriage return; the size when there is none.
size_t FindControlCharacter(std::string_view text);

/// Overwrites each \uD800 to \uDFFF that is not half of a pair with \uFFFD.
void ReplaceLoneSurrogates(std::vector<char>& json);

}  // namespace newsmill::json
