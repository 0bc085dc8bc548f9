// Dates as attributes and metadata state them, for machines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dates.h"

namespace newsmill::extract::dates {

/// As the record writes it: "2024-01-23T14:30:00+01:00", without the offset
/// where none is stated, "2024-01-23" where there is no time. Reads ISO 8601
/// (https://www.rfc-editor.org/rfc/rfc3339, and its basic form), seconds and
/// milliseconds since 1970, and whatever FindDate reads.
std::optional<std::string> ReadTimestamp(std::string_view text, DayOrder order);

/// From 1995, when the web had news, to two days after `latest` (a record's
/// date; "" for no bound).
bool IsSane(std::string_view written, std::string_view latest);

/// "2024-01-23" of any written date.
inline std::string_view DayOf(std::string_view written) {
  return written.substr(0, 10);
}

inline bool IsUtc(std::string_view written) {
  return written.ends_with('Z') || written.ends_with("+00:00");
}

/// How much it says: 1 a day, 2 a time, 3 a time with its offset.
int PrecisionOf(std::string_view written);

/// `utc` by a clock that shows `local` (without an offset) at that moment; ""
/// when no offset in use makes them the same, minute by minute. A day alone is
/// matched by a moment that is its midnight, west of Greenwich excepted.
std::string AtLocalTime(std::string_view utc, std::string_view local);

}  // namespace newsmill::extract::dates
