// Leaves requests to the reader out of an article: "We value your privacy …",
// "JavaScript is disabled in your browser …".
#pragma once

#include "choice.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes requests from the start and the end of the body. A request asks for
/// consent, for other browser settings or for a proof that the reader is human.
/// Keeps more if the title shows that the article is about such requests.
/// Changes nothing if less text than a paragraph would remain. Takes time
/// linear in the size of the body.
void DropRequests(const Outline& outline, const BodyHints& hints,
                  Choices& choices);

}  // namespace newsmill::extract::body
