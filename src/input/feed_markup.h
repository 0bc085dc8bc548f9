// Reads the HTML source of feed items, without a parser for HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "newsmill/model/document.h"

namespace newsmill::input {

/// Returns the number of bytes of the text that a reader sees, or `most` if
/// there are more. Does not count blanks, tags, comments, scripts, style sheets
/// and character references.
size_t ReadableBytes(std::string_view text, model::Markup markup, size_t most);

/// Returns the HTML source with `<br><br>` at each place where only blanks show
/// that a paragraph ends: at a blank line, if the source has no block-level
/// elements, and at a line break before an ideographic space.
std::string WithParagraphBreaks(std::string html);

}  // namespace newsmill::input
