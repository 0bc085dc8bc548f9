// Reads the date at the beginning of an article's text.
#pragma once

#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

/// Returns the date of the dateline that a paragraph begins with: "2024-05-03"
/// for "LAKETOWN, 3 May 2024 – The rain …". A dateline consists of a place, a
/// date and a mark such as a dash. The place may be missing. Returns "" if the
/// paragraph does not begin with a dateline.
std::string DateOfDateline(std::string_view paragraph, const DateStyle& style);

}  // namespace newsmill::extract::dates
