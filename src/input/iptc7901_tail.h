// Reads the dateline of a text in IPTC 7901, and the lines after the text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "wrapped_lines.h"

namespace newsmill::input {

/// Returns the agency in a dateline such as "Eastmere (exa) - The council".
/// Returns "" for other texts.
std::string AgencyInDateline(std::string_view text);

/// Returns the date in a closing line such as "121137 GMT May 26", as "12 May
/// 2026 11:37 GMT". Returns "" if no line is such a line.
std::string DateIn(std::span<const std::string> lines);

/// Removes the lines after the text: notes for editors, contacts, the sign-off
/// and the closing line. Returns the date of the closing line, or "". `source`
/// is the agency.
std::string TakeTail(std::string_view source, Lines& lines);

}  // namespace newsmill::input
