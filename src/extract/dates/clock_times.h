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
  std::string written;     // "14:30:00", with "Z" or "+01:00" where stated
  size_t tokens = 0;       // number of tokens of the time and its zone
  bool is_dotted = false;  // "14.30", which may also be a decimal number
  bool has_half = false;   // a word decides the half of the day
};

/// Returns the words at the start of `tokens` that name a part of the day and
/// may precede a time: "下午", "de la noche", "ÖS". Does not return a single
/// letter, because such a letter before a time belongs to other words: "م"
/// belongs to the year.
lexicon::WordFound PeriodBefore(std::span<const text::Token> tokens,
                                const DateStyle& style);

/// Returns the time at the start of `tokens`: 14:30, 14:30:05.123, 2:30 pm,
/// 2.30 p.m., 14h30, 14.30 Uhr, 14 Uhr, 14时30分, 下午2:30, 2:30 μ.μ., 17 h 08
/// min 33 s, 9시 5분. A zone may follow the time: Z, UTC, GMT+8, +01:00, (CET)
/// and similar. Returns nothing if a word such as "afternoon" does not decide
/// the half of the day, if the minutes are not valid, or if the next word shows
/// that the number is a duration: "4:05 min".
std::optional<ClockTime> ClockTimeAt(std::span<const text::Token> tokens,
                                     const DateStyle& style);

}  // namespace newsmill::extract::dates
