// Finds pull quotes: boxes beside the text that repeat a sentence of the text.
#pragma once

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes the pull quotes from the body, so that each repeated sentence stays
/// once. A pull quote is a quotation, an aside, a figure or a wrapper of its
/// own. Almost all of its text is also in the paragraphs of the body. Its text
/// may be shortened, may have quotation marks, and the name of the speaker may
/// follow. Paragraphs, list items, and wrappers before the first paragraph
/// stay. Takes time linear in the size of the outline.
void DropPullQuotes(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
