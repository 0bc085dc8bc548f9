// Month names in the languages that newsmill reads dates in.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::extract::lexicon {

/// Returns 1 to 12 for a month name or its usual abbreviation, and 0 for other
/// words. The word is in lower case.
int32_t MonthNamed(std::string_view folded_word);

}  // namespace newsmill::extract::lexicon
