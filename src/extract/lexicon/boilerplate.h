// Recognises boilerplate: text around an article that is not part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/text/blocks.h"
#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// Returns the part of the page that a line of boilerplate belongs to: kNotice
/// (a menu, a share bar or a notice), kOtherArticles, kLegal (a copyright line)
/// or kTags ("Tags: a, b"). The words and the shape of the line decide this.
/// Returns nothing if the line is not boilerplate.
std::optional<Part> BoilerplateOf(const text::Block& block);

/// Returns whether the text names a section: "World", "Sport", "Latest
/// Headlines". `folded` is in lower case.
bool IsSectionName(std::string_view folded);

/// Returns the number of marks that separate names in the text: 2 for "A | B |
/// C".
int32_t SeparatorsIn(std::string_view text);

}  // namespace newsmill::extract::lexicon
