// Reads and writes durations, sizes and numbers of the configuration as text.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace newsmill::config {

/// The value of a text. If the text is invalid: a description of a valid text,
/// such as "a duration such as 10s".
template <typename T>
using Parsed = std::expected<T, std::string>;

/// Reads "500ms", "10s", "2m", "72h" or "3d".
Parsed<std::chrono::milliseconds> ParseDuration(std::string_view text);
/// Returns the duration in the largest unit that gives a whole number: "2m",
/// not "120s".
std::string FormatDuration(std::chrono::milliseconds duration);

/// Reads a size in bytes: "4096", "5MiB" (1024²) or "256MB" (1000²).
Parsed<int64_t> ParseSize(std::string_view text);
/// Returns the size in the largest unit that gives a whole number: "5MiB", not
/// "5120KiB".
std::string FormatSize(int64_t bytes);

/// Reads decimal digits, with a minus sign if the number is negative.
Parsed<int64_t> ParseInteger(std::string_view text);
/// Reads "true" or "false".
Parsed<bool> ParseBool(std::string_view text);

}  // namespace newsmill::config
