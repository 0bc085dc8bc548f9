// Leaves the text of scripts, styles and markup out of an article. Such text is
// visible if a publishing system escapes it, or puts it into paragraphs.
#pragma once

#include "choice.h"
#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes blocks that are JavaScript, CSS, JSON or markup from the body. Keeps
/// all blocks if the page has `code` elements, and keeps `pre` elements,
/// because such a page shows code on purpose. Takes time linear in the size of
/// the page.
void DropScriptText(const html::Document& page, const Outline& outline,
                    Choices& choices);

}  // namespace newsmill::extract::body
