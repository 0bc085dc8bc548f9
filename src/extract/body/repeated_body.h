// Finds second copies of the body. Some pages show the same text twice, for
// example once for wide screens and once for phones.
#pragma once

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes the second copy of the body, or of its beginning. A copy repeats
/// paragraphs in the same order: five or more, or at least three that are a
/// quarter of the paragraphs before the copy, or both of only two paragraphs.
/// Repeated lines of a poem or a song stay, because they are in the same
/// element. Repeated list items stay, too. Takes time linear in the size of the
/// outline.
void DropRepeatedBody(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
