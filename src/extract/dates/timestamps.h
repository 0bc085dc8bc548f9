// Reads dates for machines, in attributes and metadata.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

/// Returns a date in the form of the record: "2024-01-23T14:30:00+01:00",
/// without the offset if the text states none, or "2024-01-23" if there is no
/// time. Reads ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339, and its basic
/// form), seconds and milliseconds since 1970, and every form that FindDate
/// reads.
std::optional<std::string> ReadTimestamp(std::string_view text,
                                         const DateStyle& style);

/// Returns whether the date is plausible: from 1995, when the web had news, to
/// one day after `latest`. `latest` is a record's date, or "" for no limit.
bool IsSane(std::string_view written, std::string_view latest);

/// Returns the day of a written date: "2024-01-23".
inline std::string_view DayOf(std::string_view written) {
  return written.substr(0, 10);
}

inline bool IsUtc(std::string_view written) {
  return written.ends_with('Z') || written.ends_with("+00:00");
}

/// Returns the precision: 1 a day, 2 a time, 3 a time with its offset.
int PrecisionOf(std::string_view written);

/// Returns `utc` with the offset of a clock that shows `local` (which has no
/// offset) at that moment. Compares in minutes. Returns "" if no real offset
/// makes the two equal. If `local` is only a day, `utc` must be the midnight of
/// that day, and zones west of Greenwich do not match.
std::string AtLocalTime(std::string_view utc, std::string_view local);

}  // namespace newsmill::extract::dates
