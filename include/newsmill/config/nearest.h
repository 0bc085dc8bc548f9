// "Did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsmill::config {

/// Returns the candidate with the fewest edits to `word`; nothing if they are
/// too many for a typing error.
std::optional<std::string> Nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// Returns " (did you mean 'x'?)", or "" without a near candidate.
std::string Suggestion(std::string_view word,
                       std::span<const std::string> candidates);

}  // namespace newsmill::config
