// Splits a byline into its names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

struct NamePart {
  std::string_view text;   // without blanks and marks at both ends; may be ""
  bool after_and = false;  // the separator before the part is not a comma
};

/// Splits the text at commas and at words for "and". Some of these words also
/// occur within names. The text is split at such a word only if the names
/// before and after the word have at least two words each. `language` is the
/// language of the page, or "" if the language is unknown. Some words mean
/// "and" only in some languages: "in" in Slovene.
std::vector<NamePart> NamePartsOf(std::string_view text,
                                  std::string_view language);

/// Returns the text without a place or other text after the name: "Jane Doe"
/// for "Jane Doe in Oslo" and for "Jane Doe | Times".
std::string_view WithoutTail(std::string_view text, std::string_view language);

/// If a text has only capitals, changes the words for "and", "in" and similar
/// to lower case: "JANE DOE and JOHN ROE" for "JANE DOE AND JOHN ROE". Returns
/// other texts unchanged.
std::string WithLowerJoints(std::string text);

/// Returns the text without the blanks and punctuation marks at its start and
/// end.
std::string_view TrimName(std::string_view text);

/// Returns whether the primary language of the tag `language` is `code`: true
/// for the code "sl" and the tags "sl" and "sl-SI".
bool IsLanguage(std::string_view language, std::string_view code);

/// A word or text that has a certain meaning only in some languages.
struct InLanguages {
  std::string_view word;
  std::string_view languages;  // language codes, separated by blanks
};

/// Returns whether `word` has its meaning in `language`. Returns false if
/// `language` is "", which means that the language is unknown.
bool IsIn(const InLanguages& word, std::string_view language);

}  // namespace newsmill::extract::bylines
