// Words of dates and times in the languages that CLDR knows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/tokens.h"

namespace newsmill::extract::lexicon {

/// One or several words at the beginning of tokens.
struct WordFound {
  uint32_t value = 0;
  size_t tokens = 0;  // 0 if no word was found
};

/// The value of a word of the day that does not decide about the hour.
constexpr uint32_t kAllHours = 0xFFFFFF;
/// Where the number of a duration stands: "Video 2:31", "2:31 min".
constexpr uint32_t kBeforeDuration = 1;
constexpr uint32_t kAfterDuration = 2;

/// These functions return the longest words at the beginning of `tokens`.
/// `language` ("pt") decides the meaning of a word that has different meanings
/// in different languages. If `language` is "", such a word is not found.

/// Returns a month, as the value of MonthsOfCldr (date_words_table.h): the
/// month plus a hundred times the calendar. Months may contain a number: "5월",
/// "tháng 5".
WordFound MonthAt(std::span<const text::Token> tokens,
                  std::string_view language);
/// Returns a weekday: 1 for Monday.
WordFound WeekdayAt(std::span<const text::Token> tokens,
                    std::string_view language);
/// Returns the possible hours of a word such as "p.m." or "evening", one bit
/// for each hour.
WordFound DayPeriodAt(std::span<const text::Token> tokens,
                      std::string_view language);
/// Returns words that are written between the parts of a date: "de", "of", "г".
WordFound DateLinkAt(std::span<const text::Token> tokens);
/// Returns words that are written beside the length of a text or a video:
/// "reading time", "min". The value has the bits kBeforeDuration and
/// kAfterDuration.
WordFound DurationAt(std::span<const text::Token> tokens);

/// Returns 1 to 12 for the folded name of a Gregorian month, or 0. Finds only
/// names that have one meaning in most languages.
uint32_t MonthNamed(std::string_view folded_word);

/// Returns how a locale ("es-us") writes numeric dates, as the value of
/// OrdersOfCldr. Uses the language if the locale is not in the table. Returns 4
/// if the language is not in the table: day, month, year of four digits.
uint32_t OrderOfLocale(std::string_view folded_tag);

/// Returns the language of a tag, with the code that the tables use: "nb" of
/// "no-NO", "he" of "iw".
std::string_view LanguageOfTag(std::string_view folded_tag);

}  // namespace newsmill::extract::lexicon
