// Facts about a whole page, computed before its blocks get scores.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/lexicon/line_parts.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

/// The element with most of the article's prose, and other facts of the page.
struct PageFacts {
  uint32_t best = 0;  // number of the element
  // The best element or an element around it.
  uint32_t wide = 0;
  // For each element, the depth of the path that it shares with the best
  // element.
  std::vector<uint16_t> shared_depth;
  // An h1, or the block that repeats the title.
  uint32_t title_block = UINT32_MAX;
  std::vector<lexicon::PartSet> line_parts;  // the parts of each block
};

/// Returns the facts. Takes time linear in the number of blocks and elements.
PageFacts FactsOf(const Outline& outline, const BodyHints& hints);

}  // namespace newsmill::extract::body
