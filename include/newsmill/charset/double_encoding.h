// Repairs UTF-8 that somebody read as windows-1252 and encoded again.
#pragma once

#include <string>

namespace newsmill::charset {

/// Returns `text` with double-encoded characters repaired: "Ã©" becomes "é".
/// Returns `text` itself unless the repair is certain:
/// - All characters beyond ASCII, read as bytes of windows-1252, are valid
///   UTF-8. So a text with a single correct "é" is not changed.
/// - The repair gives at least three characters, two different ones among them.
///   None of them is a control character, unassigned or private.
/// - Most of the repaired letters are within words. Examples in a text about
///   wrong encodings usually are not.
/// - The text does not mention encodings.
/// `text` must be valid UTF-8. Any thread may call it.
std::string WithoutDoubleEncoding(std::string text);

}  // namespace newsmill::charset
