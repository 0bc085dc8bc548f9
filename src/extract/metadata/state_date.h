// Reads the date in the initial state of a page's scripts.
#pragma once

#include <string>

#include "extract/dates/date_style.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Returns the publication date in the JSON that a script of the page holds:
/// `"publishedAt":"2024-01-23T14:30:00Z"`. Pages that scripts render have such
/// JSON. Returns "" if there is no date. Also returns "" if two dates have
/// different days, because the JSON then has several articles.
std::string DateOfState(const html::Document& page,
                        const dates::DateStyle& style);

}  // namespace newsmill::extract::metadata
