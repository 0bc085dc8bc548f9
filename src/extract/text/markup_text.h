// Removes the markup from texts that are not HTML documents, such as values of
// JSON-LD and of meta elements.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text without tags and with decoded character references. Also
/// decodes references that are encoded twice. Replaces tags that break lines,
/// and the place between two adjacent links, by line breaks.
std::string WithoutMarkup(std::string_view text);

/// Returns a title as one tidy line, like PlainText, but keeps what only looks
/// like a tag: "The <select> element", "List<String>". A tag is an element of
/// HTML without content, such as `br`, or an element of HTML with both tags.
std::string PlainTitle(std::string_view text);

/// Returns the result of WithoutMarkup as one tidy line.
std::string PlainText(std::string_view text);

}  // namespace newsmill::extract::text
