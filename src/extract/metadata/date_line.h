// Recognizes the lines of a page that contain a date and few other words.
#pragma once

#include <string_view>

#include "extract/dates/dates.h"

namespace newsmill::extract::metadata {

/// Returns whether the text contains only the date and words such as "at" or
/// "Published".
bool IsAlone(const dates::FoundDate& date, std::string_view text);

/// Returns whether the text consists only of a date: "12 May 2024, 9:30".
bool IsOnlyDate(std::string_view text, const dates::DateStyle& style);

/// Returns whether the text begins with the date and a label follows the date:
/// "2024-03-12 09:30 Source: …".
bool IsFollowedByLabel(const dates::FoundDate& date, std::string_view text);

/// Returns whether the text is a byline with a date after it: "記者李明
/// 2024/03/12 09:30". The byline must contain a label, "by" or a role.
bool IsAfterByline(const dates::FoundDate& date, std::string_view text,
                   std::string_view language);

/// Returns whether the text has only a few bytes in addition to the date.
bool IsMostOf(const dates::FoundDate& date, std::string_view text);

/// Returns whether a segment of the text consists only of a date: "Jane Doe |
/// Senior Writer | July 2, 2025".
bool HasDateSegment(std::string_view text, const dates::DateStyle& style);

/// Returns whether the text consists of one to three dates and of details.
/// Details are labels of dates, separators, times, reading times and bylines:
/// "By Jane Doe | Published: 3 May 2024, 11:02 | Updated: 4 May 2024".
bool HasOnlyDetails(std::string_view text, const dates::DateStyle& style,
                    std::string_view language);

}  // namespace newsmill::extract::metadata
