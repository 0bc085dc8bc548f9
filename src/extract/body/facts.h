// What is known of a page as a whole before its blocks are judged.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/lexicon/line_parts.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

/// The element that holds most of the prose without much else, and what is
/// known of the page as a whole.
struct PageFacts {
  uint32_t best = 0;                         // an element's number
  uint32_t wide = 0;                         // the best or one around it
  std::vector<uint16_t> shared_depth;        // of each element with the best
  uint32_t title_block = UINT32_MAX;         // h1, or what repeats the title
  std::vector<lexicon::PartSet> line_parts;  // of each block
};

/// Linear in the blocks and elements.
PageFacts FactsOf(const Outline& outline, const BodyHints& hints);

}  // namespace newsmill::extract::body
