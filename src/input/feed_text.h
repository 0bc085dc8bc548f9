// Reads the texts of feeds. A text is plain text, HTML source, or XHTML
// elements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "feed_names.h"
#include "markup_capture.h"
#include "newsmill/model/document.h"

namespace newsmill::input {

struct FeedTextType {
  enum class Form : uint8_t { kText, kHtml, kElements, kBase64, kUnreadable };
  Form form = Form::kText;
  bool is_stated = false;  // type="text" states that the form is kText
};

/// Returns the type of an element's text by RFC 4287, section 3.1, and by the
/// `mode` of Atom 0.3. Text of RSS is HTML source.
FeedTextType TypeOf(Vocabulary vocabulary, Field field, std::string_view local,
                    const XmlAttributes& attributes);

/// Returns true if the text contains an HTML closing tag, a line break (<br>)
/// or an image. Such a text is HTML, even if its producer declares it as plain
/// text.
bool LooksLikeHtml(std::string_view text);

/// Returns the captured text, trimmed and without control characters.
std::string TextIn(const MarkupCapture& capture, const FeedTextType& type);
model::Markup MarkupIn(const MarkupCapture& capture, const FeedTextType& type);

/// Returns the text of a title, like TextIn. A title of an unknown media type
/// should be base64 (RFC 4287, section 4.1.3.3), but usually is plain text.
std::string TitleIn(const MarkupCapture& capture, const FeedTextType& type);

/// Returns the markup of a title. A title whose type is stated as "text" holds
/// no markup, even if the title shows tags (RFC 4287, section 3.1.1.1).
model::Markup MarkupOfTitle(const MarkupCapture& capture,
                            const FeedTextType& type);

/// Returns the text on one line, with single blanks, for a date or name.
std::string LineOf(std::string_view text);
std::string LineOf(const MarkupCapture& capture);

/// Returns the relation of a link: the value of the attribute `rel` without the
/// URI of the registry of relations. Returns "alternate" if the attribute is
/// missing.
std::string RelationOf(const XmlAttributes& attributes);

}  // namespace newsmill::input
