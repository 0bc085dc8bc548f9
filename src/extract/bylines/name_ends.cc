#include "name_ends.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/lexicon/byline_words.h"
#include "extract/lexicon/date_words.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "name_parts.h"
#include "names.h"
#include "no_names.h"

namespace newsmill::extract::bylines {
namespace {

int32_t WordsIn(std::string_view text) { return text::MeasureOf(text).words; }

/// Returns the text without weekdays at its end. If `months` is true, also
/// removes names of months at its end. `months` must be true only if a number
/// follows the text, as in "Jane Doe May 12".
std::string_view WithoutDays(std::string_view text, bool months) {
  constexpr size_t kMinDayBytes = 6;
  while (!text.empty()) {
    const size_t blank = text.rfind(' ');
    const std::string_view last =
        text.substr(blank == text.npos ? 0 : blank + 1);
    std::string folded = text::Folded(last);
    while (folded.ends_with('.')) folded.pop_back();
    const bool day =
        folded.size() >= kMinDayBytes && lexicon::IsDateFiller(last);
    if (!day && !(months && lexicon::MonthNamed(folded) > 0)) break;
    text = TrimName(text.substr(0, blank == text.npos ? 0 : blank));
  }
  return text;
}

/// Returns the text without words such as "le" or "Reading time" at its end.
/// Such words belong to a date or a number of minutes after the text, as in
/// "Jane Doe Reading time 5 min".
std::string_view WithoutDateWords(std::string_view text) {
  static constexpr std::array<std::string_view, 13> kReadingTimes = {
      " reading time",      " read time",        " time to read",
      " lesezeit",          " lesedauer",        " temps de lecture",
      " tiempo de lectura", " tempo di lettura", " tempo de leitura",
      " leestijd",          " lästid",           " læsetid",
      " lukuaika"};
  const std::string folded = text::Folded(text);
  const auto phrase = std::ranges::find_if(
      kReadingTimes,
      [&](std::string_view each) { return folded.ends_with(each); });
  if (phrase != kReadingTimes.end())
    return text.substr(0, text.size() - phrase->size());
  const size_t blank = text.rfind(' ');
  if (blank == text.npos) return text;
  const std::string_view last = text.substr(blank + 1);
  const bool is_filler = !text::IsUpper(text::FirstCharacter(last)) &&
                         text::MeasureOf(last).has_lower &&
                         lexicon::IsDateFiller(last);
  return is_filler ? text.substr(0, blank) : text;
}

/// Returns whether the text looks like a date or a time: it begins with a long
/// number, a clock time ("14:30") or a number of minutes ("5 min"), or it
/// contains a year. The text must begin with a digit.
bool BeginsWithDateOrTime(std::string_view digits) {
  constexpr size_t kMinBytes = 6;
  const std::string_view first = digits.substr(0, digits.find(' '));
  return first.size() >= kMinBytes || first.find(':') != first.npos ||
         digits.find("20") != digits.npos || digits.find("19") != digits.npos ||
         digits.substr(first.size()).starts_with(" min");
}

}  // namespace

std::string_view WithoutButton(std::string_view text) {
  if (!text::MeasureOf(text).has_lower) return text;
  while (WordsIn(text) > 2) {
    const std::string_view last = text.substr(text.rfind(' ') + 1);
    if (text::MeasureOf(last).has_lower || last.size() < 3 ||
        !lexicon::IsButtonWord(text::Folded(last))) {
      break;
    }
    text.remove_suffix(last.size() + 1);
  }
  return text;
}

std::string_view WithoutDate(std::string_view text) {
  const size_t digit = text.find_first_of("0123456789");
  if (digit == text.npos) return WithoutDays(text, false);
  if (digit == 0 || text[digit - 1] != ' ') return text;
  const std::string_view before = TrimName(text.substr(0, digit));
  const std::string_view name = WithoutDays(WithoutDateWords(before), true);
  if (name.size() == before.size() && !BeginsWithDateOrTime(text.substr(digit)))
    return text;
  return WordsIn(name) >= 2 || IsAgency(name) ? name : text;
}

std::string_view WithoutAgency(std::string_view name) {
  const size_t blank = name.rfind(' ');
  return WordsIn(name) > 2 && IsAgency(name.substr(blank + 1))
             ? name.substr(0, blank)
             : name;
}

std::string_view WithoutDegrees(std::string_view name) {
  while (WordsIn(name) > 2) {
    const size_t blank = name.rfind(' ');
    if (blank == name.npos) break;
    const std::string_view last = name.substr(blank + 1);
    std::string letters(last);
    std::erase(letters, '.');
    // "DO" and "MA" in capitals are degrees. "Do" and "Ma" may be family names.
    const bool may_be_name =
        letters.size() == 2 && !text::IsUpper(text::LastCharacter(letters));
    if (!IsDegree(last) || may_be_name) break;
    name = TrimName(name.substr(0, blank));
  }
  return name;
}

}  // namespace newsmill::extract::bylines
