// What each block of a text is, by itself.
#pragma once

#include <optional>
#include <vector>

#include "extract/lexicon/boilerplate.h"
#include "extract/text/blocks.h"
#include "meta_line.h"

namespace newsmill::extract::plain {

using lexicon::Part;

/// A block, with the part of the text that it is by itself: kParagraph,
/// kShortLine, kByline (date, byline, source), or what lexicon::BoilerplateOf
/// says.
struct Line {
  text::Block block;
  Part part = Part::kShortLine;
  MetaLine meta;  // of a kByline
};

std::vector<Line> ClassifiedLines(std::vector<text::Block> blocks,
                                  dates::DayOrder order);

}  // namespace newsmill::extract::plain
