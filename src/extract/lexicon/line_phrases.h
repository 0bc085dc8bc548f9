// The phrases of line_parts.h, in lower case.
#pragma once

#include <span>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

struct LinePhrase {
  std::string_view text;
  Part part;
};

/// Phrases at the start of a block.
std::span<const LinePhrase> LineBeginnings();
/// Phrases anywhere in a block, at the start of a word.
std::span<const LinePhrase> LineContents();

}  // namespace newsmill::extract::lexicon
