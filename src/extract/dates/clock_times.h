// A time of day with its zone, as it stands beside a date.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "extract/text/tokens.h"

namespace newsmill::extract::dates {

struct ClockTime {
  std::string written;  // "14:30:00", with "Z" or "+01:00" where stated
  size_t tokens = 0;    // that it took
};

/// 14:30, 14:30:05.123, 2:30 pm, 2.30 p.m., 14h30, 14.30 Uhr, 14 Uhr,
/// 14时30分, 下午2:30; then Z, UTC, GMT+8, +01:00, (CET) and the like.
std::optional<ClockTime> ClockTimeAt(std::span<const text::Token> tokens);

}  // namespace newsmill::extract::dates
