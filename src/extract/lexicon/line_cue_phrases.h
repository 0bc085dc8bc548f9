// The phrases behind body_cues.h, folded (lower case).
#pragma once

#include <span>
#include <string_view>

#include "line_cues.h"

namespace newsmill::extract::lexicon {

struct CuePhrase {
  std::string_view text;
  Cue cue;
};

/// What a block begins with.
std::span<const CuePhrase> CueStarts();
/// What it holds, from the start of a word.
std::span<const CuePhrase> CueParts();

}  // namespace newsmill::extract::lexicon
