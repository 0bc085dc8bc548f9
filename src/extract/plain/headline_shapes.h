// What lines above an article look like, one by one.
#pragma once

#include <cstdint>
#include <string_view>

#include "lines.h"

namespace newsmill::extract::plain {

/// A headline may be a question; it is never two sentences.
bool IsTitleLike(const Line& line);

/// "- one", "• one", "1. one"
bool IsListItem(std::string_view text);

/// Long enough to say something.
bool IsHeadlineSized(const text::Block& block);

/// "Home > World > Islands"
bool IsBreadcrumb(std::string_view text);

/// As short as an entry of a menu.
bool IsMenuSized(const text::Block& block);

/// A line above the title that says where in the paper the article stands.
bool IsKicker(const text::Block& block, const text::Block& next);

}  // namespace newsmill::extract::plain
