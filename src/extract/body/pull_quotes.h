// Finds pull quotes: boxes beside the text that repeat a sentence of the text.
#pragma once

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes the pull quotes from the body, so that each repeated sentence stays
/// once. A pull quote is a blockquote, an aside, a figure or an element that
/// contains only this text. Almost all of its text is also in the paragraphs of
/// the body. Its text may be shortened or in quotation marks, and the name of
/// the speaker may follow. Paragraphs, list items, and elements before the
/// first paragraph stay. Takes time linear in the size of the outline.
void DropPullQuotes(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
