// The phrases that line_parts.h looks for, in lower case.
#pragma once

#include <span>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

struct LinePhrase {
  std::string_view text;
  Part part;
};

/// Returns the phrases that are looked for at the start of a block.
std::span<const LinePhrase> LineBeginnings();
/// Returns the phrases that are looked for at the start of each word of a
/// block.
std::span<const LinePhrase> LineContents();

}  // namespace newsmill::extract::lexicon
