// Words of dates and times in the languages that CLDR knows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/tokens.h"

namespace newsmill::extract::lexicon {

/// A word, or several, at the beginning of tokens.
struct WordFound {
  uint32_t value = 0;
  size_t tokens = 0;  // 0: none was found
};

/// All below read the longest word that `tokens` begin with. A word that means
/// different things in different languages is read by `language` ("pt"), else
/// not at all.

/// As MonthsOfCldr (date_words_table.h): the month plus a hundred times the
/// calendar. "5월" and "tháng 5" are months, too.
WordFound MonthAt(std::span<const text::Token> tokens,
                  std::string_view language);
/// 1 for Monday.
WordFound WeekdayAt(std::span<const text::Token> tokens,
                    std::string_view language);
/// The hours that a word like "p.m." or "evening" may mean, a bit each.
WordFound DayPeriodAt(std::span<const text::Token> tokens,
                      std::string_view language);
/// A word that stands between the parts of a date: "de", "of", "г".
WordFound DateLinkAt(std::span<const text::Token> tokens);

/// 1 to 12 for a folded name of a Gregorian month in any language, else 0.
uint32_t MonthNamed(std::string_view folded_word);

/// How a locale ("es-us") writes numeric dates, as OrdersOfCldr; else that of
/// its language. 4: day, month and a year of four digits.
uint32_t OrderOfLocale(std::string_view folded_tag);

/// "nb" of "no-NO", "he" of "iw": the language as the words know it.
std::string_view LanguageOfTag(std::string_view folded_tag);

}  // namespace newsmill::extract::lexicon
