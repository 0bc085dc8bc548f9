// Leaves out the blocks that a page hides from its readers: menus, dialogs,
// texts for screen readers and copies for other devices.
#pragma once

#include <string_view>

#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Returns whether the value of a style attribute hides its element by
/// display:none or visibility:hidden, or moves it out of the window.
bool StyleHides(std::string_view style);

/// Moves the hidden blocks from `blocks` to `hidden_blocks`. Keeps
/// - text that the reader can open: text in boxes and behind a paywall,
/// elements
///   beside a control or after a question, elements whose id is in
///   `aria-controls`, and the hidden ones of a set such as slides,
/// - all hidden blocks, if they have more prose than the visible blocks,
/// because
///   a script then shows the article. A copy of visible prose does not count.
/// Call this function before the words of the elements are summed up. Takes
/// time linear in the size of the page.
void LeaveOutHidden(const html::Document& page, Outline& outline);

}  // namespace newsmill::extract::body
