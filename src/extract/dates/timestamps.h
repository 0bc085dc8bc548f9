// Reads machine-readable dates in attributes and metadata.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

/// Returns the date in `text`, in the form of published records:
/// "2024-01-23T14:30:00+01:00". If the text states no offset, the result has no
/// offset. If the text states no time, the result is only a day: "2024-01-23".
/// Reads ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339, and the basic form
/// of ISO 8601), seconds and milliseconds since 1970, and all forms that
/// FindDate reads.
std::optional<std::string> ReadTimestamp(std::string_view text,
                                         const DateStyle& style);

/// The first plausible day in a page: news on the web began in 1995.
constexpr std::string_view kFirstDayOfPages = "1995-01-01";
/// The first plausible day in a feed, which may be one of an archive. The first
/// day of 1970 is not plausible, because an unset date has this value.
constexpr std::string_view kFirstDayOfFeeds = "1970-01-02";

/// Returns whether the date is plausible. A plausible date is not before
/// `first_day` and at most one day after `latest`. `written` and `latest` have
/// the form that records have. If `latest` is "", the date may be any later
/// date.
bool IsSane(std::string_view written, std::string_view first_day,
            std::string_view latest);

/// Returns the day of a date that ReadTimestamp returned: "2024-01-23".
inline std::string_view DayOf(std::string_view written) {
  return written.substr(0, 10);
}

inline bool IsUtc(std::string_view written) {
  return written.ends_with('Z') || written.ends_with("+00:00");
}

/// Returns how precise a date is: 1 for a day, 2 for a time without an offset,
/// 3 for a time with an offset.
int PrecisionOf(std::string_view written);

/// Returns the local time of a moment, with its offset:
/// "2024-01-23T14:30:00+01:00". `utc` is the moment in UTC:
/// "2024-01-23T13:30:00Z". `local` is the same moment in local time, without an
/// offset: "2024-01-23T14:30:00". Returns "" if the two times are equal, or if
/// their difference cannot be the offset of a time zone. `local` may be only a
/// day. In this case, `utc` must be the moment at which this day begins in a
/// time zone east of Greenwich.
std::string AtLocalTime(std::string_view utc, std::string_view local);

}  // namespace newsmill::extract::dates
