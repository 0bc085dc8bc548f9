// Joins the lines of plain texts that news agencies send. The agencies wrap
// these lines.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::input {

using Lines = std::vector<std::string>;

/// Returns the lines of `text` without control characters and without blanks at
/// their ends. Blanks at the start of a line may be an indentation.
Lines WireLinesOf(std::string_view text);

/// Returns the number of columns before the first character of the line.
size_t IndentOf(std::string_view line);

/// Returns the number of columns at which the agency wraps the lines, or 0 if
/// the lines do not look wrapped.
size_t WidthOf(std::span<const std::string> lines);

/// Returns true if `line` ends where its next word did not fit, so that `next`
/// continues the sentence. Returns true if `width` is 0.
bool IsSoftBreak(std::string_view line, std::string_view next, size_t width);

/// Returns the paragraphs. An empty line, an indented line, a list item, and a
/// line that ends early separate paragraphs.
Lines ParagraphsOf(std::span<const std::string> lines, size_t width);

/// Returns the paragraphs as HTML, so that their line breaks are final.
std::string HtmlOf(std::span<const std::string> paragraphs);

}  // namespace newsmill::input
