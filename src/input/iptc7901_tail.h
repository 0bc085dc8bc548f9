// Reads the lines of a text in IPTC 7901: its wrapped lines, its dateline, and
// the lines after the text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::input {

/// Returns the agency in a dateline such as "Eastmere (exa) - The council".
/// Returns "" for other texts.
std::string AgencyInDateline(std::string_view text);

/// Returns the number of columns at which the agency wraps the lines, or 0 if
/// no line has more than 40 columns.
size_t WidthOf(const std::vector<std::string>& lines);

/// Returns true if `line` ends where its next word did not fit, so that `next`
/// continues the sentence.
bool IsSoftBreak(std::string_view line, std::string_view next, size_t width);

/// Returns the paragraphs. An empty line, an indented line, a list item and a
/// sentence that ends early separate paragraphs.
std::vector<std::string> ParagraphsOf(std::span<const std::string> lines,
                                      size_t width);

/// Returns the date in a closing line such as "121137 GMT May 26", as "12 May
/// 2026 11:37 GMT". Returns "" if no line is such a line.
std::string DateIn(std::span<const std::string> lines);

/// Removes the lines after the text: notes for editors, contacts, the sign-off
/// and the closing line. Returns the date of the closing line, or "". `source`
/// is the agency.
std::string TakeTail(std::string_view source, std::vector<std::string>& lines);

}  // namespace newsmill::input
