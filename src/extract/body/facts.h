// Computes facts about a whole page. The features of its blocks need these
// facts.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/lexicon/line_parts.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Facts about a page. The best element is the element that probably contains
/// most of the article's prose.
struct PageFacts {
  uint32_t best = 0;  // index of the best element
  // Index of the best element, or of an element around it that contains much
  // more prose.
  uint32_t wide = 0;
  // For each element, the depth of the nearest element that contains both this
  // element and the best element.
  std::vector<uint16_t> shared_depth;
  // Index of the block that repeats the title or is an h1. UINT32_MAX if the
  // page has no such block.
  uint32_t title_block = UINT32_MAX;
  // For each block, the parts that its words indicate.
  std::vector<lexicon::PartSet> line_parts;
};

/// Returns the facts about the page. Takes time linear in the number of blocks
/// and elements.
PageFacts FactsOf(const Outline& outline, const BodyHints& hints);

}  // namespace newsmill::extract::body
