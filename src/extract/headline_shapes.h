// What lines above an article look like, one by one.
#pragma once

#include <cstdint>
#include <string_view>

#include "roles.h"

namespace newsmill::extract {

inline constexpr int32_t kMaxTitleColumns = 200;

/// A headline may be a question; it is never two sentences.
bool IsTitleLike(const Part& part);

/// "- one", "• one", "1. one"
bool IsListItem(std::string_view text);

/// Long enough to say something.
bool IsHeadlineSized(const Block& block);

/// "Home > World > Islands"
bool IsBreadcrumb(std::string_view text);

/// As short as an entry of a menu.
bool IsMenuSized(const Block& block);

/// A line above the title that says where in the paper the article stands.
bool IsKicker(const Block& block, const Block& next);

}  // namespace newsmill::extract
