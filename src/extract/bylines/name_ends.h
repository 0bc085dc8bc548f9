// Removes text that is not part of a name and follows the name without a
// separator.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns the text without the words of a button at its end: "Jane Doe" for
/// "Jane Doe WATCH LIVE".
std::string_view WithoutButton(std::string_view text);

/// Returns the text without a date or a reading time at its end: "Jane Doe" for
/// "Jane Doe 12 May 2024", "Jane Doe Reading time 5 min" and "Jane Doe May 12".
/// In the last text, the year is in another part.
std::string_view WithoutDate(std::string_view text);

/// Returns the name without an agency at its end: "Jane Doe" for "Jane Doe AP".
/// Remove the role first, because the agency is before the role: "Jane Doe AP
/// Writer".
std::string_view WithoutAgency(std::string_view name);

/// Returns the name without degrees at its end: "Jane Doe" for "Jane Doe PhD".
std::string_view WithoutDegrees(std::string_view name);

}  // namespace newsmill::extract::bylines
