// Reads dates and times in several languages, as news pages write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

struct FoundDate {
  std::string written;  // "2024-01-23", "2024-01-23T14:30:00+01:00"
  size_t begin = 0;     // the date's bytes in the text
  size_t end = 0;
};

/// Returns the first date of `text` and the time beside it. The result contains
/// nothing that the text does not state. FindDate never guesses a zone, and
/// returns nothing for a date with two possible meanings. `text` is one line.
/// Only its first 64 tokens are read.
std::optional<FoundDate> FindDate(std::string_view text,
                                  const DateStyle& style);

}  // namespace newsmill::extract::dates
