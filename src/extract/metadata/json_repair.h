// Repairs invalid JSON in scripts of pages.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::metadata {

/// Returns the content of a script element without the blanks, comments and
/// CDATA marks around the JSON.
std::string_view WithoutScriptWrapper(std::string_view text);

/// Returns the text as valid JSON (RFC 8259). Repairs control characters, wrong
/// escapes and unescaped quotes in strings. Repairs comments, and missing and
/// superfluous commas. If the text has several values in a row, puts the values
/// into an array. If the end of the text is missing, closes all open values.
/// Does not change the meaning of valid JSON. Takes time linear in the size of
/// the text.
std::string RepairedJson(std::string_view text);

}  // namespace newsmill::extract::metadata
