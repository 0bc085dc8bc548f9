#include "date_style.h"

#include <algorithm>

#include "extract/lexicon/date_words.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::dates {

DateStyle StyleOfLanguage(std::string_view tag) {
  std::string folded = LowerAscii(tag);
  std::ranges::replace(folded, '_', '-');
  DateStyle style;
  style.language = lexicon::LanguageOfTag(folded);
  // The order of day and month is unknown for "en", because pages of all
  // English-speaking countries state "en". The order is also unknown for Canada
  // and the Philippines, because both orders are usual there.
  if (folded.empty() || folded == "en" || folded == "en-ca" ||
      folded == "en-ph") {
    return style;
  }
  const uint32_t order = lexicon::OrderOfLocale(folded);
  style.short_years = order % 10 == 2 || style.language == "en";
  style.year_first = order / 10 == 2;
  style.order = order / 10 == 1 ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
  return style;
}

}  // namespace newsmill::extract::dates
