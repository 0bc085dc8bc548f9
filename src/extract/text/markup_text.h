// Reads texts that contain markup but are not HTML documents: values of JSON-LD
// and of meta elements.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Returns the text without tags and with decoded character references, even if
/// they are encoded twice. Tags that break lines become line breaks.
std::string WithoutMarkup(std::string_view text);

/// Returns the result of WithoutMarkup as one tidy line.
std::string PlainText(std::string_view text);

}  // namespace newsmill::extract::text
