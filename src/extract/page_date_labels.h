// What the texts and names around a date say that it is the date of.
#pragma once

#include <cstddef>
#include <string_view>

#include "newsmill/html/document.h"
#include "page_scan.h"
#include "phrases.h"

namespace newsmill::extract {

/// Said by the text just before `node`.
Label LabelBefore(const html::Document& page, html::NodeId node);

/// Said by `text` itself, which holds a date that ends at `date_end`, by the
/// text before its node, or by a verb behind it: "wurde am 3. Mai 2024 um 14:30
/// Uhr veröffentlicht", "2024年5月3日に公開".
Label LabelAround(const html::Document& page, html::NodeId node,
                  std::string_view text, size_t date_end);

/// The element names itself, or its text is labelled, as an update.
bool IsModified(const html::Document& page, const Mark& mark,
                std::string_view text);

}  // namespace newsmill::extract
