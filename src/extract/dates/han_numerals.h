// Reads the numbers of dates in Chinese characters.
#pragma once

#include <vector>

#include "extract/text/tokens.h"

namespace newsmill::extract::dates {

/// Replaces the numerals of dates such as 二〇二四年八月十四日 with number
/// tokens: 2024 年 8 月 14 日. Changes only dates with a year of four
/// characters.
void JoinHanNumerals(std::vector<text::Token>& tokens);

}  // namespace newsmill::extract::dates
