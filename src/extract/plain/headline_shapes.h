// Decides from the length and the punctuation of a line above an article
// whether the line may be a title, a kicker (a short topic above the title) or
// a menu entry.
#pragma once

#include <cstdint>
#include <string_view>

#include "lines.h"

namespace newsmill::extract::plain {

/// Returns whether the line may be a title. A question may be a title. A line
/// with two sentences is not a title.
bool IsTitleLike(const Line& line);

/// Returns whether the text is a list item: "- one", "• one", "1. one".
bool IsListItem(std::string_view text);

/// Returns whether the block has enough words or columns for a headline.
bool IsHeadlineSized(const text::Block& block);

/// Returns whether the text is a breadcrumb: "Home > World > Islands".
bool IsBreadcrumb(std::string_view text);

/// Returns whether the block is as short as a menu entry.
bool IsMenuSized(const text::Block& block);

/// Returns whether `block` names the section of the article. `next` is the
/// title below it.
bool IsKicker(const text::Block& block, const text::Block& next);

}  // namespace newsmill::extract::plain
