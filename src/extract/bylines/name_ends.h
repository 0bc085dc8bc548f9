// Removes other text that follows a name without a separator.
#pragma once

#include <string_view>

namespace newsmill::extract::bylines {

/// Returns "Jane Doe" of "Jane Doe WATCH LIVE".
std::string_view WithoutButton(std::string_view text);

/// Returns "Jane Doe" of "Jane Doe 12 May 2024", of "Jane Doe May 12", where
/// the year is in another part, and of "Jane Doe Reading time 5 min".
std::string_view WithoutDate(std::string_view text);

/// Returns "Jane Doe" of "Jane Doe AP". The role after "AP" is already removed.
std::string_view WithoutAgency(std::string_view name);

/// Returns "Jane Doe" of "Jane Doe PhD".
std::string_view WithoutDegrees(std::string_view name);

}  // namespace newsmill::extract::bylines
