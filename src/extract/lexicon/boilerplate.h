// Recognises boilerplate: text around an article that is not part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/text/blocks.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the part of a line, from phrases of several languages and from its
/// shape: kNotice (a menu, a share bar, a notice), kOtherArticles, kLegal (a
/// copyright line) or kTags ("Tags: a, b"). Returns nothing for other lines.
std::optional<Part> BoilerplateOf(const text::Block& block);

/// Returns whether the text names a section: "World", "Sport", "Latest
/// Headlines". `folded` is in lower case.
bool IsSectionName(std::string_view folded);

/// Returns the number of marks between names: 2 for "A | B | C".
int32_t SeparatorsIn(std::string_view text);

}  // namespace newsmill::extract::lexicon
