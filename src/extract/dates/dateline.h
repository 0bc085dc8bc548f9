// The date at the beginning of an article's text.
#pragma once

#include <string>
#include <string_view>

#include "dates.h"

namespace newsmill::extract::dates {

/// "2024-05-03" of "LAKETOWN, 3 May 2024 – The rain …": of a paragraph that
/// begins with a date, alone or behind a place, and a mark; "" for any other.
std::string DateOfDateline(std::string_view paragraph, DayOrder order);

}  // namespace newsmill::extract::dates
