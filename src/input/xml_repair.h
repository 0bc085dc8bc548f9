// Repairs the common errors in the XML of feeds.
#pragma once

#include <string>

namespace newsmill::input {

/// Returns `text` with repairs of these errors. Both are valid UTF-8. The
/// result has at most three times the bytes.
/// - Text before the first tag is removed. The XML declaration is also
///   removed, because its encoding is no longer true.
/// - Control characters and noncharacters, raw or as references. References to
///   U+0080–U+009F become the windows-1252 characters that they mean, as
///   https://html.spec.whatwg.org/#numeric-character-reference-end-state.
/// - Raw U+0080–U+009F, which come from windows-1252 text that was read as
///   Latin-1.
/// - The last ">" of a document that ends within an end tag.
/// - HTML's character entities, if the document does not declare them; an
///   ampersand that begins no reference; a less-than sign that begins no tag.
/// CDATA sections, comments, processing instructions and the doctype are not
/// changed.
std::string RepairedXml(std::string text);

}  // namespace newsmill::input
