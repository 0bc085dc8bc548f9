// Values of the configuration as text: durations, sizes, numbers.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace newsmill::config {

/// The value, or what was expected in its place.
template <typename T>
using Parsed = std::expected<T, std::string>;

/// "500ms", "10s", "2m", "72h", "3d".
Parsed<std::chrono::milliseconds> ParseDuration(std::string_view text);
/// In the largest unit that divides it.
std::string FormatDuration(std::chrono::milliseconds duration);

/// "4096", "5MiB" (1024²), "256MB" (1000²).
Parsed<int64_t> ParseSize(std::string_view text);
std::string FormatSize(int64_t bytes);

Parsed<int64_t> ParseInteger(std::string_view text);
Parsed<bool> ParseBool(std::string_view text);

}  // namespace newsmill::config
