// Where one name of a byline ends and the next one begins.
#pragma once

#include <string_view>
#include <vector>

namespace newsmill::extract::bylines {

struct NamePart {
  std::string_view text;    // without blanks and marks at its ends; may be ""
  bool behind_and = false;  // a word for "and" or a semicolon stands before it
};

/// Cuts at commas and at words for "and". A word that also joins parts of one
/// name cuts between whole names only. `language` is that of the page, "" if
/// unknown: the Slovene "in" is an "and".
std::vector<NamePart> NamePartsOf(std::string_view text,
                                  std::string_view language);

/// Without what follows a name: "Jane Doe in Oslo", "Jane Doe | Times".
std::string_view WithoutTail(std::string_view text, std::string_view language);

/// Without blanks and marks at both ends.
std::string_view TrimName(std::string_view text);

/// True for "sl" and "sl-SI" where `code` is "sl".
bool IsLanguage(std::string_view language, std::string_view code);

}  // namespace newsmill::extract::bylines
