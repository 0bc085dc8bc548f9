// Computes properties of characters and texts in any script.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text as one line. Replaces each run of white space by one space,
/// and removes white space at the start and end. Removes soft hyphens and
/// zero-width characters, but not the joiners U+200C and U+200D. Also removes
/// direction marks at the start and end.
std::string Tidy(std::string_view raw);

/// The width of a text, and the numbers of its words and letters.
struct Measure {
  int32_t columns = 0;  // an East Asian wide character counts as two
  // Number of words. A word is a run of letters and digits, or two wide
  // characters (Chinese, Japanese or Korean).
  int32_t words = 0;
  int32_t letters = 0;  // letters and digits
  bool has_lower = false;
  bool has_wide = false;
};
Measure MeasureOf(std::string_view text);

/// Returns the folded text: the text with each character in lower case.
std::string Folded(std::string_view text);

/// Returns whether the text ends like a sentence: with an end mark such as a
/// full stop. Quotation marks and brackets may follow the end mark.
bool EndsSentence(std::string_view text);

/// Returns whether the text ends with "…" or "...". Blanks and closing brackets
/// may follow: "It rains [...]".
bool EndsInEllipsis(std::string_view text);

/// Returns the number of sentences that end inside `text`, not at its end. This
/// number is 0 for a headline.
int32_t InnerSentenceEnds(std::string_view text);

/// Returns the first character, or -1 if `text` is empty.
int32_t FirstCharacter(std::string_view text);
/// Returns the last character, or -1 if `text` is empty.
int32_t LastCharacter(std::string_view text);
bool IsUpper(int32_t character);
bool IsLetter(int32_t character);
bool IsWide(int32_t character);

}  // namespace newsmill::extract::text
