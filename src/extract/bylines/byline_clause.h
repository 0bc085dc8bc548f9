// Finds the part of a line that names the authors, and reads "Family, Given"
// names.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::bylines {

struct BylineClause {
  std::string_view text;   // part of the line: names and the text after them
  bool is_signed = false;  // a label or "by" introduces the names
};

/// Returns the part of the line that names authors: "Clara Roth" of "12 May
/// 2024 by Clara Roth", of "Source: Times Author: Clara Roth", and of "Analysis
/// by Clara Roth". Returns the line up to the next label if no label and no
/// "by" introduces names. `language` is the language of the page, or "" if
/// unknown. It decides the words for "by": "de" is one in Romanian only.
BylineClause BylineClauseOf(std::string_view line, std::string_view language);

/// Returns the length of a word for "by" in `language` at the start of `text`,
/// with the blanks and colons after it. Returns 0 if there is no such word.
size_t ByWordAt(std::string_view text, std::string_view language);

/// Returns names in the order "Given Family": "Jane Roe; John Doe" of "Roe,
/// Jane; Doe, John", and "J. Roe; J. K. Doe" of "Roe, J., Doe, J. K.". Returns
/// "" if the text has another form.
std::string InvertedNames(std::string_view text);

/// Returns whether the text in brackets after a name says that the person did
/// other work than the text: "Fotos", "foto", "写真".
bool NamesOtherWork(std::string_view work);

/// Returns the text without brackets and their content. Keeps brackets within a
/// name: "Ed (T.J.) Roe". Keeps the content of brackets that contain the whole
/// text, or that begin the text with a label or a role. Keeps brackets that
/// name other work in the form " (Photos)". Sets `bracketed` to the content of
/// the last removed brackets.
std::string WithoutBrackets(std::string_view text, std::string& bracketed);

}  // namespace newsmill::extract::bylines
