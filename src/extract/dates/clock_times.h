// Reads a time of day and its time zone in the text around a date.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "date_style.h"
#include "extract/lexicon/date_words.h"
#include "extract/text/tokens.h"

namespace newsmill::extract::dates {

struct ClockTime {
  std::string written;  // "14:30:00", with "Z" or "+01:00" if stated
  size_t tokens = 0;    // number of tokens of the time and its zone
  // True for "14.30", which may also be a decimal number.
  bool is_dotted = false;
  // True if a word such as "p.m." decides the half of the day.
  bool has_half = false;
};

/// Returns the words at the start of `tokens` that name a part of the day and
/// may precede a time: "下午", "de la noche", "ÖS". Ignores a single letter,
/// because a letter before a time usually has another meaning: "م" belongs to
/// the year before the time.
lexicon::WordFound PeriodBefore(std::span<const text::Token> tokens,
                                const DateStyle& style);

/// Returns the time at the start of `tokens`: 14:30, 14:30:05.123, 2:30 pm,
/// 2.30 p.m., 14h30, 14.30 Uhr, 14 Uhr, 14时30分, 下午2:30, 2:30 μ.μ., 17 h 08
/// min 33 s, 9시 5분. A time zone may follow the time: Z, UTC, GMT+8, +01:00,
/// (CET) and similar. Returns nothing in these cases:
/// - A word for a part of the day does not decide the half of the day.
/// - The hour or the minutes are not valid.
/// - The next word shows that the number is a duration: "4:05 min".
std::optional<ClockTime> ClockTimeAt(std::span<const text::Token> tokens,
                                     const DateStyle& style);

}  // namespace newsmill::extract::dates
