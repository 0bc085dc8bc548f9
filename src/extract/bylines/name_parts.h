// Splits a byline into its names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

struct NamePart {
  std::string_view text;   // without blanks and marks at both ends; may be ""
  bool after_and = false;  // after a separator other than a comma
};

/// Splits the text at commas and at words for "and". A word that also occurs
/// within names separates only two names of at least two words each. `language`
/// is the language of the page, or "" if unknown. It decides the words for
/// "and": "in" is one in Slovene only.
std::vector<NamePart> NamePartsOf(std::string_view text,
                                  std::string_view language);

/// Returns the text without a place or other text after the name: "Jane Doe" of
/// "Jane Doe in Oslo" and of "Jane Doe | Times".
std::string_view WithoutTail(std::string_view text, std::string_view language);

/// Returns a text in capitals with its words for "and" and before places in
/// lower case: "JANE DOE and JOHN ROE". Returns another text unchanged.
std::string WithLowerJoints(std::string text);

/// Returns the text without blanks and marks at both ends.
std::string_view TrimName(std::string_view text);

/// Returns whether the tag `language` has the primary language `code`: true for
/// the tags "sl" and "sl-SI" and the code "sl".
bool IsLanguage(std::string_view language, std::string_view code);

}  // namespace newsmill::extract::bylines
