// "Did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsmill::config {

/// The candidate with the fewest edits to `word`, when they are few enough for
/// a slip of the hand.
std::optional<std::string> Nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// " (did you mean 'x'?)" or "".
std::string Suggestion(std::string_view word,
                       std::span<const std::string> candidates);

}  // namespace newsmill::config
