// The phrases behind body_cues.h, folded (lower case).
#pragma once

#include <span>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

struct LinePhrase {
  std::string_view text;
  Part part;
};

/// What a block begins with.
std::span<const LinePhrase> LineBeginnings();
/// What it holds, from the start of a word.
std::span<const LinePhrase> LineContents();

}  // namespace newsmill::extract::lexicon
