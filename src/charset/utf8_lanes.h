// The vector part of UTF-8 validation, where the machine has one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsmill::charset {

/// Nothing when this processor cannot say.
std::optional<bool> IsValidUtf8ByLanes(std::string_view text);

}  // namespace newsmill::charset
