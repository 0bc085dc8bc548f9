// Recognises boilerplate: text on a page that is not part of the article, such
// as menus and notices.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/text/blocks.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the kind of boilerplate that the block is: kNotice (a menu, a share
/// bar or a notice), kOtherArticles (the heading above a list of other
/// articles), kLegal (a copyright line) or kTags ("Tags: a, b"). Decides from
/// the words and the width of the block. Returns nothing if the block is not
/// boilerplate.
std::optional<Part> BoilerplateOf(const text::Block& block);

/// Returns whether the text is the name of a section: "World", "Sport", "Latest
/// Headlines". `folded` must be in lower case.
bool IsSectionName(std::string_view folded);

/// Returns the number of separators, such as "|" and "·", in the text: 2 for "A
/// | B | C".
int32_t SeparatorsIn(std::string_view text);

}  // namespace newsmill::extract::lexicon
