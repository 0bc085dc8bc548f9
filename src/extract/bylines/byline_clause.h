// Finds the part of a line that names the authors. Also reads names in the form
// "Family, Given".
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::bylines {

struct BylineClause {
  std::string_view text;   // the names, and the text after the names
  bool is_signed = false;  // a label or "by" introduces the names
};

/// Returns the part of the line that names authors: "Clara Roth" for "12 May
/// 2024 by Clara Roth", for "Source: Times Author: Clara Roth", and for
/// "Analysis by Clara Roth". If the line has no author label and no word for
/// "by", returns the start of the line up to the next label. `language` is the
/// language of the page, or "" if the language is unknown. Some words mean "by"
/// only in some languages: "de" in Romanian.
BylineClause BylineClauseOf(std::string_view line, std::string_view language);

/// If `text` begins with a word for "by" in `language`, returns the number of
/// bytes of the word and the blanks and colons after the word. Otherwise
/// returns 0.
size_t ByWordAt(std::string_view text, std::string_view language);

/// Returns the names of a list in the order "Given Family": "Jane Roe; John
/// Doe" for "Roe, Jane; Doe, John" and for "Roe, Jane and Doe, John", and "J.
/// Roe; J. K. Doe" for "Roe, J., Doe, J. K., et al.". Returns "" if the text is
/// not a list of names with the family name first.
std::string InvertedNames(std::string_view text);

/// Returns whether `work` names other work than writing: "Fotos", "foto",
/// "写真". `work` is the text in brackets after a name.
bool NamesOtherWork(std::string_view work);

/// Returns the text without brackets and their content. Sets `bracketed` to the
/// content of the last removed brackets. Exceptions:
/// - Brackets within a name are kept: "Ed (T.J.) Roe".
/// - Brackets around the whole text are removed, but the content is kept.
/// - The content of brackets at the start of the text is also kept if the
///   content begins with an author label or contains a role.
/// - Brackets that state other work than writing are kept, after one blank:
///   "Jane Doe (Photos)".
std::string WithoutBrackets(std::string_view text, std::string& bracketed);

}  // namespace newsmill::extract::bylines
