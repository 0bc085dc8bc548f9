// Month names of the languages that the date rules read.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::extract::lexicon {

/// 1 to 12 for a folded month name or its usual abbreviation, else 0.
int32_t MonthNamed(std::string_view folded_word);

}  // namespace newsmill::extract::lexicon
