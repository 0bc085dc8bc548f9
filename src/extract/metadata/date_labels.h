// What the texts and names around a date say that it is the date of.
#pragma once

#include <string_view>

#include "extract/lexicon/phrases.h"
#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Said by the text just before `node`.
lexicon::Label LabelBefore(const html::Document& page, html::NodeId node);

/// Said by `text` itself, or by the text before its node.
lexicon::Label LabelOf(const html::Document& page, html::NodeId node,
                       std::string_view text);

/// The element names itself, or its text is labelled, as an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text);

}  // namespace newsmill::extract::metadata
