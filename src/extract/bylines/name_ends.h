// Removes other text after a name, such as a date, an agency or a degree, if no
// separator is between the name and this text.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns the text without the words of a button at its end: "Jane Doe" for
/// "Jane Doe WATCH LIVE".
std::string_view WithoutButton(std::string_view text);

/// Returns the text without a date or a reading time at its end: "Jane Doe" for
/// "Jane Doe 12 May 2024", "Jane Doe Reading time 5 min" and "Jane Doe May 12".
/// The last text is a part of "Jane Doe May 12, 2024", which was split at the
/// comma.
std::string_view WithoutDate(std::string_view text);

/// Returns the name without an agency at its end: "Jane Doe" for "Jane Doe AP".
/// Remove the role before this call: in "Jane Doe AP Writer", the agency is not
/// at the end.
std::string_view WithoutAgency(std::string_view name);

/// Returns the name without degrees at its end: "Jane Doe" for "Jane Doe PhD".
std::string_view WithoutDegrees(std::string_view name);

}  // namespace newsmill::extract::bylines
