// The texts of feeds: plain text, HTML source, or elements.
#pragma once

#include <string>
#include <string_view>

#include "feed_names.h"
#include "markup_capture.h"
#include "newsmill/model/document.h"

namespace newsmill::input {

struct FeedTextType {
  enum class Form : uint8_t { kText, kHtml, kElements, kBase64, kUnreadable };
  Form form = Form::kText;
};

/// Returns the type of an element's text by RFC 4287, section 3.1, and by the
/// `mode` of Atom 0.3. Text of RSS is HTML source.
FeedTextType TypeOf(Vocabulary vocabulary, Field field, std::string_view local,
                    const XmlAttributes& attributes);

/// Returns true if text that is declared as plain contains a closing tag or a
/// line break of HTML. Its producer declares the wrong type.
bool LooksLikeHtml(std::string_view text);

/// Returns the text, trimmed and without control characters.
std::string TextIn(const MarkupCapture& capture, const FeedTextType& type);
model::Markup MarkupIn(const MarkupCapture& capture, const FeedTextType& type);

/// Returns the text of a date, name or URL on one line, with single blanks.
std::string LineOf(const MarkupCapture& capture);

/// Returns the value of `rel` without the URI of the registry, or "alternate"
/// if there is none.
std::string RelationOf(const XmlAttributes& attributes);

}  // namespace newsmill::input
