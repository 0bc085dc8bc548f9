// Computes facts about a whole page, such as the position of the title. The
// features of the blocks depend on these facts.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/lexicon/line_parts.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Facts about a page. The best element is the element that probably contains
/// most of the article's prose. All indexes are positions in the lists of the
/// outline.
struct PageFacts {
  uint32_t best = 0;  // index of the best element
  // Index of the element that contains the whole article. It is the best
  // element, or an outer element with much more prose.
  uint32_t wide = 0;
  // For each element, the depth of the innermost element that contains both
  // this element and the best element.
  std::vector<uint16_t> shared_depth;
  // Index of the block that repeats the title, or of the first h1 if no block
  // repeats the title. UINT32_MAX if the page has no such block.
  uint32_t title_block = UINT32_MAX;
  // For each block, the parts of a page that the words of the block indicate.
  // Example: "Photo: Jane Doe" indicates kCaption.
  std::vector<lexicon::PartSet> line_parts;
};

/// Returns for each element the depth of the innermost element that contains
/// both this element and `element`. Takes time linear in the number of
/// elements.
std::vector<uint16_t> SharedDepths(const Outline& outline, uint32_t element);

/// Returns the facts about the page. Takes time linear in the number of blocks
/// and elements.
PageFacts FactsOf(const Outline& outline, const BodyHints& hints);

}  // namespace newsmill::extract::body
