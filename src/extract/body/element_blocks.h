// Finds the blocks of each element of an outline.
#pragma once

#include <cstdint>
#include <vector>

#include "outline.h"

namespace newsmill::extract::body {

/// Returns for each element the index of its first block. The blocks of an
/// element are a range that has `OutlineElement::blocks` blocks. The value is
/// UINT32_MAX for an element without a block. Takes time linear in the size of
/// the outline.
std::vector<uint32_t> FirstBlocks(const Outline& outline);

}  // namespace newsmill::extract::body
