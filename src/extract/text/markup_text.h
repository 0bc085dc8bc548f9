// Removes the markup from texts that are not HTML documents, such as values of
// JSON-LD and of meta elements.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text without tags and with decoded character references. Also
/// decodes references that are encoded twice: "&amp;quot;". Replaces tags such
/// as `<br>` and `</p>` by line breaks.
std::string WithoutMarkup(std::string_view text);

/// Returns the result of WithoutMarkup as one tidy line.
std::string PlainText(std::string_view text);

}  // namespace newsmill::extract::text
