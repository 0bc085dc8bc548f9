// Removes control characters.
#pragma once

#include <string>

namespace newsmill::input {

/// Returns `text` without C0 controls (except tab, line feed and carriage
/// return), DEL and C1 controls. Form feed, vertical tab and NEL become line
/// feeds. If the text contains none of these characters, returns it without a
/// copy. Argument and result are valid UTF-8.
std::string WithoutControlCharacters(std::string text);

}  // namespace newsmill::input
