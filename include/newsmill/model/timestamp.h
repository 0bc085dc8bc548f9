// Reads timestamps in the forms that the input uses.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsmill::model {

/// Returns the time in milliseconds since 1970 UTC of an RFC 3339 time or date.
/// Returns nothing if `text` is neither. Accepts a space instead of `T`, and
/// missing seconds. A time without an offset is UTC.
std::optional<int64_t> ParseTimestamp(std::string_view text);

}  // namespace newsmill::model
