// Reads the date in the initial state of a page's scripts.
#pragma once

#include <string>

#include "extract/dates/dates.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Returns the publication date in the JSON that a script of the page holds:
/// `"publishedAt":"2024-01-23T14:30:00Z"`. Pages that scripts render have it.
/// Returns "" if there is none, or if two dates differ in the day: then the
/// JSON has several articles.
std::string DateOfState(const html::Document& page, dates::DayOrder order);

}  // namespace newsmill::extract::metadata
