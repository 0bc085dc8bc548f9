// Reads the date in the path of a URL.
#pragma once

#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

/// Returns the date in the path of the URL: "2024-01-23" for "/2024/01/23/",
/// "/2024-01-23-", "/20240123/", "2024/jan/23" and "/23-01-2024-". In the last
/// form, the order of day and month must be clear. Returns "" if the path has
/// no date.
std::string DateOfUrl(std::string_view url, const DateStyle& style);

}  // namespace newsmill::extract::dates
