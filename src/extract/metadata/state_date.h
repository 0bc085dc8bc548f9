// Reads the publication date from the JSON that a page contains for its own
// scripts.
#pragma once

#include <string>

#include "extract/dates/date_style.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Returns the publication date in the JSON that a script element of the page
/// contains: `"publishedAt":"2024-01-23T14:30:00Z"`. Pages that are rendered by
/// scripts contain such JSON. Returns "" if the JSON contains no publication
/// date. Also returns "" if two publication dates have different days, because
/// the JSON then describes several articles.
std::string DateOfState(const html::Document& page,
                        const dates::DateStyle& style);

}  // namespace newsmill::extract::metadata
