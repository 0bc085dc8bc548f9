// Removes lines from the body that are not part of the article, although the
// model chose them with the paragraphs around them.
#pragma once

#include "choice.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes these lines from the body:
/// - notices: "Advertisement", "Story continues below", "4 min read"
/// - requests: "Sign up for our newsletter", "Follow us on …"
/// - links to other articles after a label: "Read more: …"
/// - the tags of the article after a label: "Filed under: …"
/// - labels whose links are not in the body or follow, with these links
/// Keeps headings and list items that may be part of the article. Takes time
/// linear in the size of the text.
void DropNoticeLines(const Outline& outline, Choices& choices);

}  // namespace newsmill::extract::body
