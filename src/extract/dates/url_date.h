// The date in the path of a URL.
#pragma once

#include <string>
#include <string_view>

#include "dates.h"

namespace newsmill::extract::dates {

/// "2024-01-23" of "/2024/01/23/", "/2024-01-23-", "/20240123/", "2024/jan/23"
/// and, where the order leaves no doubt, "/23-01-2024-"; "" for none.
std::string DateOfUrl(std::string_view url, DayOrder order);

}  // namespace newsmill::extract::dates
