// Texts that carry markup though they are no HTML: values of JSON-LD and of
// meta elements.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::text {

/// Without tags and with character references read, even doubly encoded ones;
/// tags that break lines leave line breaks.
std::string WithoutMarkup(std::string_view text);

/// The same as one tidy line.
std::string PlainText(std::string_view text);

}  // namespace newsmill::extract::text
