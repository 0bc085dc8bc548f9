// Finds the part of a line that names the authors. Also reads names in the form
// "Family, Given".
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::bylines {

struct BylineClause {
  std::string_view text;  // part of the line: the names and the text after them
  bool is_signed = false;  // a label or "by" introduces the names
};

/// Returns the part of the line that names authors: "Clara Roth" for "12 May
/// 2024 by Clara Roth", for "Source: Times Author: Clara Roth", and for
/// "Analysis by Clara Roth". If the line has no author label and no word for
/// "by", returns the line up to its next label. `language` is the language of
/// the page, or "" if it is unknown. Some words mean "by" only in some
/// languages: "de" in Romanian.
BylineClause BylineClauseOf(std::string_view line, std::string_view language);

/// Returns the number of bytes of the word for "by" in `language` that `text`
/// begins with, including the blanks and colons after the word. Returns 0 if
/// `text` does not begin with such a word.
size_t ByWordAt(std::string_view text, std::string_view language);

/// Returns the names of a list in the order "Given Family": "Jane Roe; John
/// Doe" for "Roe, Jane; Doe, John", and "J. Roe; J. K. Doe" for "Roe, J., Doe,
/// J. K.". Returns "" if the text is not a list of names with the family name
/// first.
std::string InvertedNames(std::string_view text);

/// Returns whether the text in brackets after a name states that the person did
/// other work than writing: "Fotos", "foto", "写真".
bool NamesOtherWork(std::string_view work);

/// Returns the text without brackets and their content. Keeps brackets within a
/// name: "Ed (T.J.) Roe". Keeps the content of brackets that contain the whole
/// text, or that begin the text with a label or a role. Keeps brackets that
/// state other work than writing, and writes them in the form " (Photos)". Sets
/// `bracketed` to the content of the last removed brackets.
std::string WithoutBrackets(std::string_view text, std::string& bracketed);

}  // namespace newsmill::extract::bylines
