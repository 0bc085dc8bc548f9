// Leaves out the blocks that a page hides from its readers: menus, dialogs,
// texts for screen readers and copies for other devices.
#pragma once

#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Moves the hidden blocks from `blocks` to `hidden_blocks`. Keeps
/// - text that the reader can open: text in boxes and behind a paywall, and
///   elements after a control or with the id that a control names,
/// - all hidden blocks, if they have more prose than the visible blocks,
/// because
///   a script then shows the article. A copy of visible prose does not count.
/// Call this function before the words of the elements are summed up. Takes
/// time linear in the size of the page.
void LeaveOutHidden(const html::Document& page, Outline& outline);

}  // namespace newsmill::extract::body
