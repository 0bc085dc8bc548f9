// Suggestions for misspelled words: "did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsmill::config {

/// Returns the candidate that differs from `word` by the fewest edits. Returns
/// nothing if that candidate differs by too many edits for a typing error.
std::optional<std::string> Nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// Returns " (did you mean 'x'?)", or "" if Nearest returns nothing.
std::string Suggestion(std::string_view word,
                       std::span<const std::string> candidates);

}  // namespace newsmill::config
