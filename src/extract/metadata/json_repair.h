// JSON as pages really embed it.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::metadata {

/// What stands around the JSON of a script element removed: blanks, comments
/// and CDATA marks.
std::string_view WithoutScriptWrapper(std::string_view text);

/// JSON that RFC 8259 can read, made of text that it cannot: raw control
/// characters and bad escapes in strings, unescaped quotes inside them,
/// comments, missing and superfluous commas, several values one after the
/// other, a cut-off end. Well-formed JSON keeps its meaning. Linear.
std::string RepairedJson(std::string_view text);

}  // namespace newsmill::extract::metadata
