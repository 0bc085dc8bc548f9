// Characters of any script, as the layout of a text needs to know them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// One line of text: white space of any kind collapsed to one space and
/// trimmed, zero-width characters and soft hyphens dropped.
std::string Tidy(std::string_view raw);

/// What a text is made of, in one pass.
struct Measure {
  int32_t columns = 0;  // East Asian wide characters count two
  int32_t words = 0;    // runs of letters and digits; wide characters: 2 = 1
  int32_t letters = 0;  // letters and digits
  bool has_lower = false;
  bool has_wide = false;
};
Measure MeasureOf(std::string_view text);

/// In lower case, character by character.
std::string Folded(std::string_view text);

/// Ends as a sentence of prose does, quotes and brackets after it allowed.
bool EndsSentence(std::string_view text);

/// Sentences that end before the end of `text`: 0 for a headline.
int32_t InnerSentenceEnds(std::string_view text);

/// The first character of `text`; -1 when empty.
int32_t FirstCharacter(std::string_view text);
/// The last one; -1 when empty.
int32_t LastCharacter(std::string_view text);
bool IsUpper(int32_t character);
bool IsLetter(int32_t character);
bool IsWide(int32_t character);

}  // namespace newsmill::extract::text
