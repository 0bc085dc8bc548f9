// Control characters that no document means.
#pragma once

#include <string>

namespace newsmill::input {

/// Without C0 controls (but tab, line feed, carriage return), DEL and C1
/// controls; form feed, vertical tab and NEL become line feeds. Unchanged and
/// not copied when there are none. `text` is valid UTF-8, and so is the result.
std::string WithoutControlCharacters(std::string text);

}  // namespace newsmill::input
