// Times as inputs state them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsmill::model {

/// Milliseconds since 1970 UTC of an RFC 3339 time (`T` may be a space, seconds
/// and the offset may be missing: UTC then) or date. Nothing when it is none.
std::optional<int64_t> ParseTimestamp(std::string_view text);

}  // namespace newsmill::model
