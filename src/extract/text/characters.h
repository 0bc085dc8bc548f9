// Properties of characters and texts in any script.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text on one line. Collapses white space to one space and trims
/// it. Removes soft hyphens and zero-width characters, but not the joiners
/// U+200C and U+200D. Removes direction marks at both ends.
std::string Tidy(std::string_view raw);

/// Counts of a text.
struct Measure {
  int32_t columns = 0;  // an East Asian wide character counts as two
  // Runs of letters and digits. Two wide characters count as one.
  int32_t words = 0;
  int32_t letters = 0;  // letters and digits
  bool has_lower = false;
  bool has_wide = false;
};
Measure MeasureOf(std::string_view text);

/// Returns the text in lower case, character by character.
std::string Folded(std::string_view text);

/// Returns whether the text ends like a sentence. Quotes and brackets may come
/// after the end mark.
bool EndsSentence(std::string_view text);

/// Returns the number of sentences that end before the end of `text`. A
/// headline has 0.
int32_t InnerSentenceEnds(std::string_view text);

/// Returns the first character, or -1 if `text` is empty.
int32_t FirstCharacter(std::string_view text);
/// Returns the last character, or -1 if `text` is empty.
int32_t LastCharacter(std::string_view text);
bool IsUpper(int32_t character);
bool IsLetter(int32_t character);
bool IsWide(int32_t character);

}  // namespace newsmill::extract::text
