// Repairs the common errors in the XML of feeds.
#pragma once

#include <string>

namespace newsmill::input {

/// Returns `text` with these errors repaired. Both are valid UTF-8; the result
/// has at most three times the bytes.
/// - text before the first tag is removed, and so is the XML declaration, whose
///   encoding is no longer true;
/// - control characters and noncharacters, raw or as references; references to
///   U+0080–U+009F become the windows-1252 characters that they mean, as
///   https://html.spec.whatwg.org/#numeric-character-reference-end-state;
/// - raw U+0080–U+009F too, which are windows-1252 that was read as Latin-1;
/// - the last ">" of a document that ends within an end tag;
/// - HTML's character entities where the document does not declare them; an
///   ampersand that begins no reference; a less-than sign that begins no tag.
/// CDATA sections, comments, processing instructions and the doctype stay.
std::string RepairedXml(std::string text);

}  // namespace newsmill::input
