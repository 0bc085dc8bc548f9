// Classifies each block of a text without its neighbours.
#pragma once

#include <optional>
#include <vector>

#include "extract/lexicon/boilerplate.h"
#include "extract/text/blocks.h"
#include "meta_line.h"

namespace newsmill::extract::plain {

using lexicon::Part;

/// A block and its part: kParagraph, kShortLine, kByline (date, byline or
/// source), or a result of lexicon::BoilerplateOf.
struct Line {
  text::Block block;
  Part part = Part::kShortLine;
  MetaLine meta;  // only for a kByline
};

std::vector<Line> ClassifiedLines(std::vector<text::Block> blocks,
                                  const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
