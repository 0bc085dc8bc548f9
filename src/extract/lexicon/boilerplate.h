// What stands around an article on a page and is not part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/text/blocks.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the part that a line is by itself, by phrases of several languages
/// and by its shape: kNotice (a menu, a share bar, a notice), kOtherArticles,
/// kLegal (the copyright line) or kTags ("Tags: a, b"). Nothing for any other.
std::optional<Part> BoilerplateOf(const text::Block& block);

/// "World", "Sport", "Latest Headlines" and the like; `folded`.
bool IsSectionName(std::string_view folded);

/// A list of names between marks, "A | B | C": how many marks.
int32_t SeparatorsIn(std::string_view text);

}  // namespace newsmill::extract::lexicon
