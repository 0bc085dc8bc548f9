// Finds the meaning of a date in the texts and names around it.
#pragma once

#include <string_view>

#include "extract/lexicon/phrases.h"
#include "newsmill/html/document.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Returns the label in the text just before `node`.
lexicon::Label LabelBefore(const html::Document& page, html::NodeId node);

/// Returns the label in `text`, which is the text of `node`. If `text` has no
/// label, returns the label in the text just before `node`.
lexicon::Label LabelOf(const html::Document& page, html::NodeId node,
                       std::string_view text);

/// Returns whether the name of the element or its label says that it is the
/// time of an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text);

}  // namespace newsmill::extract::metadata
