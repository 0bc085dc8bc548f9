// Dates and times as news pages write them, in several languages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsmill::extract::dates {

/// Where 3/4/2024 leaves it open which is the day.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

struct FoundDate {
  std::string written;  // "2024-01-23", "2024-01-23T14:30:00+01:00"
  size_t begin = 0;     // bytes of the text that it was read from
  size_t end = 0;
};

/// The first date of `text` and the time beside it. What the text does not
/// state is not written: no zone is guessed, and a date that can be read in two
/// ways is none. `text` is one line; only its first 64 tokens are read.
std::optional<FoundDate> FindDate(std::string_view text, DayOrder order);

}  // namespace newsmill::extract::dates
