// Removes credits and captions before the first paragraph from the body.
#pragma once

#include <string_view>

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Returns whether the text is the credit of a picture or another line about
/// the article: "© Jane Doe/Agency", "Photo: Jane Doe", "Published: 3 May".
/// Takes time linear in the size of the text.
bool IsCreditLine(std::string_view text);

/// Removes credits and captions from the body if they come before the first
/// paragraph. Keeps headings, and keeps these lines if no paragraph follows.
/// Takes time linear in the size of the text up to the first paragraph.
void DropCreditLines(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
