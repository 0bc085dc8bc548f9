// What the texts and names around a date say that it is the date of.
#pragma once

#include <string_view>

#include "newsmill/html/document.h"
#include "page_scan.h"
#include "phrases.h"

namespace newsmill::extract {

/// Said by the text just before `node`.
Label LabelBefore(const html::Document& page, html::NodeId node);

/// Said by `text` itself, or by the text before its node.
Label LabelOf(const html::Document& page, html::NodeId node,
              std::string_view text);

/// The element names itself, or its text is labelled, as an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text);

}  // namespace newsmill::extract
