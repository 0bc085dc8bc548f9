// Makes well-formed what feeds commonly get wrong and every reader forgives.
#pragma once

#include <string>

namespace newsmill::input {

/// `text` is valid UTF-8, and so is the result, which has at most three times
/// its bytes. Mended:
/// - what stands before the first tag; the XML declaration is dropped, since
///   its encoding no longer holds;
/// - control characters and noncharacters, raw or as references; references to
///   U+0080–U+009F become the windows-1252 characters that they stand for, as
///   https://html.spec.whatwg.org/#numeric-character-reference-end-state;
/// - raw U+0080–U+009F too, which are windows-1252 that was read as Latin-1;
/// - the last ">" of a document that ends within an end tag;
/// - HTML's character entities where the document does not declare them; an
///   ampersand that begins no reference; a less-than sign that begins no tag.
/// CDATA sections, comments, processing instructions and the doctype stay.
std::string MendedXml(std::string text);

}  // namespace newsmill::input
