// Repairs malformed JSON of pages.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::metadata {

/// Returns the content of a script element without surrounding blanks, comments
/// and CDATA marks.
std::string_view WithoutScriptWrapper(std::string_view text);

/// Returns valid JSON (RFC 8259) that is made from invalid JSON. Repairs raw
/// control characters and wrong escapes in strings, unescaped quotes in
/// strings, comments, missing and superfluous commas, several values in a row,
/// and a missing end. Valid JSON keeps its meaning. Takes linear time.
std::string RepairedJson(std::string_view text);

}  // namespace newsmill::extract::metadata
