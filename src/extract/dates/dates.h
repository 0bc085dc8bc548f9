// Reads the dates and times in texts of news pages, in several languages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "date_style.h"

namespace newsmill::extract::dates {

struct FoundDate {
  std::string written;  // "2024-01-23", "2024-01-23T14:30:00+01:00"
  size_t begin = 0;     // position of the date and its time in the text
  size_t end = 0;
};

/// Returns the first date in `text`, and the time beside this date. The result
/// contains only values that the text states: FindDate never guesses a time
/// zone. Returns nothing for a date with two possible meanings. `text` must be
/// one line. FindDate reads only the first 64 tokens of `text`.
std::optional<FoundDate> FindDate(std::string_view text,
                                  const DateStyle& style);

}  // namespace newsmill::extract::dates
