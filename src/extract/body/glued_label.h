// Finds a label that is in the same block as the first paragraph: the credit of
// a picture, the date or the kicker. Such a label is an inline element at the
// start of the block, often without a blank after it:
//   <p><span class="credit">© Jane Doe</span>The ferry sailed …
#pragma once

#include <cstddef>
#include <string_view>

#include "newsmill/html/document.h"

namespace newsmill::extract::body {

/// Returns the size of the label at the start of `text` in bytes, with the
/// blanks and marks after it. Returns 0 if `text` begins with no label, or if
/// the text after the label goes on as a sentence. `element` contains the whole
/// text of the block, and `text` is this text. Takes time linear in the size of
/// the nodes up to the first text.
size_t GluedLabelBytes(const html::Document& page, html::NodeId element,
                       std::string_view text);

}  // namespace newsmill::extract::body
