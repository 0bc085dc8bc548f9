// Suggests the right word for a misspelled word: "did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsmill::config {

/// Returns the candidate that differs from `word` by the fewest edits. Returns
/// nothing if every candidate differs by more edits than a typing error.
std::optional<std::string> Nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// Returns " (did you mean 'x'?)", or "" if Nearest returns nothing.
std::string Suggestion(std::string_view word,
                       std::span<const std::string> candidates);

}  // namespace newsmill::config
