// Reads the date at the beginning of an article's text.
#pragma once

#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

/// Returns the date if a paragraph begins with a date (alone or after a place)
/// and a mark: "2024-05-03" for "LAKETOWN, 3 May 2024 – The rain …". Returns ""
/// for any other paragraph.
std::string DateOfDateline(std::string_view paragraph, const DateStyle& style);

}  // namespace newsmill::extract::dates
