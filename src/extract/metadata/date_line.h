// Tells how a line of text holds a date.
#pragma once

#include <string_view>

#include "extract/dates/dates.h"

namespace newsmill::extract::metadata {

/// Returns whether the text beside the date adds nothing to it.
bool IsAlone(const dates::FoundDate& date, std::string_view text);

/// Returns whether the text begins with the date and a label follows:
/// "2024-03-12 09:30 Source: …".
bool IsFollowedByLabel(const dates::FoundDate& date, std::string_view text);

/// Returns whether the text is a signed byline and the date after it:
/// "記者李明 2024/03/12 09:30".
bool IsAfterByline(const dates::FoundDate& date, std::string_view text,
                   std::string_view language);

/// Returns whether the text has few other characters than the date.
bool IsMostOf(const dates::FoundDate& date, std::string_view text);

/// Returns whether a segment of the text is only a date: "Jane Doe | Senior
/// Writer | July 2, 2025".
bool HasDateSegment(std::string_view text, const dates::DateStyle& style);

/// Returns whether the text has at least one date, and beside its dates only
/// labels, separators, times and signed names: "By Jane Doe | Published: 3 May
/// 2024, 11:02 | Updated: 4 May 2024".
bool HasOnlyDetails(std::string_view text, const dates::DateStyle& style,
                    std::string_view language);

}  // namespace newsmill::extract::metadata
