// What stands around an article on a page and is not part of it.
#pragma once

#include <string>
#include <string_view>

#include "extract/text/blocks.h"

namespace newsmill::extract::lexicon {

enum class Furniture {
  kNone,
  kLine,       // menus, share bars, notices: left out
  kEnd,        // a heading under which other articles are listed
  kCopyright,  // the copyright line
  kTags,       // "Tags: a, b"
};

/// By the block alone: phrases of several languages, and its shape.
Furniture FurnitureOf(const text::Block& block);

/// "World", "Sport", "Latest Headlines" and the like; `folded`.
bool IsSectionName(std::string_view folded);

/// A list of names between marks, "A | B | C": how many marks.
int32_t SeparatorsIn(std::string_view text);

}  // namespace newsmill::extract::lexicon
