// What each block of a text is, by itself.
#pragma once

#include <optional>
#include <vector>

#include "extract/lexicon/boilerplate.h"
#include "extract/text/blocks.h"
#include "meta_line.h"

namespace newsmill::extract::plain {

enum class Role {
  kProse,  // a paragraph of sentences
  kShort,  // a headline, sub-heading, list item, or menu entry
  kMeta,   // date, byline, source
  kFurniture,
  kEnd,  // "Related articles"
  kCopyright,
  kTags,
};

struct Part {
  text::Block block;
  Role role = Role::kShort;
  MetaLine meta;  // of a kMeta
};

std::vector<Part> PartsOf(std::vector<text::Block> blocks,
                          dates::DayOrder order);

}  // namespace newsmill::extract::plain
