// Repairs common errors in the XML of feeds, before the XML is parsed.
#pragma once

#include <string>
#include <string_view>

namespace newsmill::input {

/// Returns `text` with the errors in the list below repaired. `text` and the
/// result are valid UTF-8. The result is at most three times as long as `text`.
/// - Text before the first tag is removed. The XML declaration is also
///   removed, because it may declare another encoding than UTF-8.
/// - Control characters and noncharacters, raw or as references, are removed
///   or replaced. References to U+0080–U+009F become the windows-1252
///   characters that they mean, by the rule in
///   https://html.spec.whatwg.org/#numeric-character-reference-end-state.
/// - Raw U+0080–U+009F become windows-1252 characters, too, because they come
///   from windows-1252 text that somebody read as Latin-1.
/// - HTML's character entities that the document does not declare, an ampersand
///   that begins no reference, and a less-than sign that begins no tag are
///   changed so that XML allows them.
/// - A CDATA section that is not closed before the element around it ends and
///   another section begins is closed.
/// Other CDATA sections, comments, processing instructions and the doctype are
/// not changed.
std::string RepairedXml(std::string text);

/// Returns the position after the doctype that begins at `begin`: after the
/// first ">" that is not in quotes, a comment or brackets.
size_t DoctypeEnd(std::string_view text, size_t begin);

}  // namespace newsmill::input
