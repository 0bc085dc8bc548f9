// The part of a line that says who wrote, and names in the form of catalogues.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::bylines {

struct BylineClause {
  std::string_view text;   // of the line: the names and what follows them
  bool is_signed = false;  // a label or a word like "by" says that they wrote
};

/// "Clara Roth" of "12 May 2024 by Clara Roth", "Source: Times Author: Clara
/// Roth" and "Analysis by Clara Roth"; the whole line where nothing says which
/// part. `language` is that of the page, "" if unknown: "de" is "by" in
/// Romanian alone.
BylineClause BylineClauseOf(std::string_view line, std::string_view language);

/// The bytes of a word like "by" of that language, with the blanks after it,
/// at the start of `text`; 0 for none.
size_t ByWordAt(std::string_view text, std::string_view language);

/// "Jane Roe; John Doe" of "Roe, Jane; Doe, John", "Roe, J., Doe, J. K." with
/// the initials first; "" where the text has not this form.
std::string InvertedNames(std::string_view text);

/// Without what is bracketed, unless it stands within a name: "Ed (T.J.) Roe".
/// `bracketed` gets the content of the last bracket that was dropped.
std::string WithoutBrackets(std::string_view text, std::string& bracketed);

}  // namespace newsmill::extract::bylines
