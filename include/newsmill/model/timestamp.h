// Reads timestamps in the forms that the input uses.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsmill::model {

/// Reads an RFC 3339 time or date. Returns milliseconds since 1970 UTC, or
/// nothing if `text` is invalid. Also accepts a space instead of `T`, and a
/// time without seconds. A time without a UTC offset is in UTC.
std::optional<int64_t> ParseTimestamp(std::string_view text);

}  // namespace newsmill::model
