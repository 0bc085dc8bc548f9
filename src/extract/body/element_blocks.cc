#include "element_blocks.h"

#include <algorithm>
#include <cstddef>

namespace newsmill::extract::body {

std::vector<uint32_t> FirstBlocks(const Outline& outline) {
  std::vector<uint32_t> first(outline.elements.size(), UINT32_MAX);
  for (uint32_t i = 0; i < outline.blocks.size(); ++i) {
    uint32_t& block = first[outline.blocks[i].element];
    block = std::min(block, i);
  }
  for (size_t i = first.size(); i-- > 1;) {
    uint32_t& block = first[outline.elements[i].parent];
    block = std::min(block, first[i]);
  }
  return first;
}

}  // namespace newsmill::extract::body
