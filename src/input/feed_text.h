// How the texts of feeds are written: plain, as HTML source, or as elements.
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

/// By RFC 4287, section 3.1, and Atom 0.3's `mode`; RSS is HTML source.
FeedTextType TypeOf(Vocabulary vocabulary, Field field, std::string_view local,
                    const XmlAttributes& attributes);

/// Text that is declared plain and has a closing tag or a break in it was
/// written by a program that forgot to say so.
bool LooksLikeHtml(std::string_view text);

/// Valid UTF-8 without control characters, trimmed.
std::string TextIn(const MarkupCapture& capture, const FeedTextType& type);
model::Markup MarkupIn(const MarkupCapture& capture, const FeedTextType& type);

/// The text of a date, name or URL: one line, blanks folded.
std::string LineOf(const MarkupCapture& capture);

/// "alternate" for none, and without the registry's URI before it.
std::string RelationOf(const XmlAttributes& attributes);

}  // namespace newsmill::input
