// Recognises the words of dates and times in the languages of CLDR, the locale
// data of Unicode.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/tokens.h"

namespace newsmill::extract::lexicon {

/// A known word or phrase at the start of a list of tokens.
struct WordFound {
  uint32_t value = 0;
  size_t tokens = 0;  // number of tokens; 0 if nothing was found
};

/// The value of a word that may be a preposition instead of a part of the day,
/// such as "am" in German. The word allows all hours.
constexpr uint32_t kAllHours = 0xFFFFFF;
/// The bit of words that are written before a duration: "Video 2:31".
constexpr uint32_t kBeforeDuration = 1;
/// The bit of words that are written after a duration: "2:31 min".
constexpr uint32_t kAfterDuration = 2;

/// Each of these functions returns the longest known phrase of its kind at the
/// start of `tokens`. Some phrases have different meanings in different
/// languages. For these phrases, `language` ("pt") selects the meaning. If
/// `language` is "", only meanings that are not limited to certain languages
/// are found.

/// Returns the name of a month. The value is the number of the month plus an
/// offset for the calendar, as in MonthsOfCldr (date_words_table.h). The name
/// may contain a number: "5월", "tháng 5".
WordFound MonthAt(std::span<const text::Token> tokens,
                  std::string_view language);
/// Returns the name of a weekday. The value is 1 for Monday and 7 for Sunday.
WordFound WeekdayAt(std::span<const text::Token> tokens,
                    std::string_view language);
/// Returns a word for a part of the day, such as "p.m." or "evening". The value
/// has one bit for each hour that the word can mean.
WordFound DayPeriodAt(std::span<const text::Token> tokens,
                      std::string_view language);
/// Returns a word that is written between the parts of a date: "de", "of", "г".
WordFound DateLinkAt(std::span<const text::Token> tokens);
/// Returns a word that is written before or after the length of a text or a
/// video: "reading time", "min". The value is kBeforeDuration, kAfterDuration,
/// or both bits.
WordFound DurationAt(std::span<const text::Token> tokens);

/// Returns the number of the Gregorian month (1 to 12) with the name
/// `folded_word`, or 0 for other words. Finds only names that have the same
/// meaning in most languages. `folded_word` must be in lower case.
uint32_t MonthNamed(std::string_view folded_word);

/// Returns the order of day, month and year in numeric dates of a locale
/// ("es-us"). OrdersOfCldr (date_words_table.h) explains the value. If the
/// table has no row for the locale, uses the row of its language. If the table
/// has no row for the language either, returns 4: day, month, year of four
/// digits.
uint32_t OrderOfLocale(std::string_view folded_tag);

/// Returns the code that the tables use for the language of a tag: "nb" for
/// "no-NO", "he" for "iw".
std::string_view LanguageOfTag(std::string_view folded_tag);

}  // namespace newsmill::extract::lexicon
