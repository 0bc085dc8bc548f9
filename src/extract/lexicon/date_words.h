// Recognises the words of dates and times in the languages that CLDR knows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/tokens.h"

namespace newsmill::extract::lexicon {

/// A known word or phrase at the start of a list of tokens.
struct WordFound {
  uint32_t value = 0;
  size_t tokens = 0;  // number of its tokens; 0 if none was found
};

/// The value of a word that may name a part of the day, but does not decide the
/// hour.
constexpr uint32_t kAllHours = 0xFFFFFF;
/// The bit of a word that precedes the number of a duration: "Video 2:31".
constexpr uint32_t kBeforeDuration = 1;
/// The bit of a word that follows the number of a duration: "2:31 min".
constexpr uint32_t kAfterDuration = 2;

/// Each of these functions returns the longest known phrase of its kind at the
/// start of `tokens`. `language` ("pt") decides the meaning of a word that has
/// different meanings in different languages. If `language` is "", such a word
/// is not found.

/// Returns the name of a month. Its value has the form of MonthsOfCldr
/// (date_words_table.h): the number of the month plus a hundred times the
/// calendar. The name may contain a number: "5월", "tháng 5".
WordFound MonthAt(std::span<const text::Token> tokens,
                  std::string_view language);
/// Returns the name of a weekday. Its value is 1 for Monday.
WordFound WeekdayAt(std::span<const text::Token> tokens,
                    std::string_view language);
/// Returns a word such as "p.m." or "evening". Its value has one bit for each
/// hour that the word can mean.
WordFound DayPeriodAt(std::span<const text::Token> tokens,
                      std::string_view language);
/// Returns words that are written between the parts of a date: "de", "of", "г".
WordFound DateLinkAt(std::span<const text::Token> tokens);
/// Returns words that are written beside the length of a text or a video:
/// "reading time", "min". The value has the bit kBeforeDuration, the bit
/// kAfterDuration, or both.
WordFound DurationAt(std::span<const text::Token> tokens);

/// Returns the number of the Gregorian month (1 to 12) with this name, or 0 for
/// other words. Finds only names that have the same meaning in most languages.
/// The name must be folded.
uint32_t MonthNamed(std::string_view folded_word);

/// Returns how a locale ("es-us") writes numeric dates. The number has the form
/// of OrdersOfCldr (date_words_table.h). If the table has no row for the
/// locale, uses the row for its language. If the table has no row for the
/// language either, returns 4: day, month, year of four digits.
uint32_t OrderOfLocale(std::string_view folded_tag);

/// Returns the language of a tag. The result is the code that the tables use:
/// "nb" for "no-NO", "he" for "iw".
std::string_view LanguageOfTag(std::string_view folded_tag);

}  // namespace newsmill::extract::lexicon
