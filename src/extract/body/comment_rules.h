// Removes the rules of a comment section at the end of the body.
#pragma once

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes the paragraphs at the end of the body that are rules for comments,
/// and the notices and short lines between them. Keeps the paragraphs of an
/// article about comments: if other paragraphs mention comments, nothing is
/// removed. Takes time linear in the size of the text.
void DropCommentRules(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
