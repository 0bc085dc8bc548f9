// What each block of a text is, by itself.
#pragma once

#include <optional>
#include <vector>

#include "blocks.h"
#include "furniture.h"
#include "meta_line.h"

namespace newsmill::extract {

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
  Block block;
  Role role = Role::kShort;
  MetaLine meta;  // of a kMeta
};

std::vector<Part> PartsOf(std::vector<Block> blocks, DayOrder order);

}  // namespace newsmill::extract
