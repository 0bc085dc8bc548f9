// The date in the state that a page's scripts start from.
#pragma once

#include <string>

#include "extract/dates/dates.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Pages that are drawn by scripts keep their data in one of them, as JSON:
/// `"publishedAt":"2024-01-23T14:30:00Z"`. "" where no script has such a
/// value, or two of them differ in the day: then it holds other articles.
std::string DateOfState(const html::Document& page, dates::DayOrder order);

}  // namespace newsmill::extract::metadata
