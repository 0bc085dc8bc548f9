// Classifies each block of a text. The class of a block does not depend on the
// blocks around it.
#pragma once

#include <optional>
#include <vector>

#include "extract/lexicon/boilerplate.h"
#include "extract/text/blocks.h"
#include "meta_line.h"

namespace newsmill::extract::plain {

using lexicon::Part;

/// A block and its part. The part is kParagraph, kShortLine, kByline (a line
/// with a date, a byline or a source), or a result of lexicon::BoilerplateOf.
struct Line {
  text::Block block;
  Part part = Part::kShortLine;
  MetaLine meta;  // only set if `part` is kByline
};

std::vector<Line> ClassifiedLines(std::vector<text::Block> blocks,
                                  const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
