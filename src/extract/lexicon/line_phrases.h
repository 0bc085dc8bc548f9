// Phrases that indicate parts of a page, in lower case. line_parts.h searches
// for these phrases.
#pragma once

#include <span>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

struct LinePhrase {
  std::string_view text;
  Part part;
};

/// Returns the phrases that indicate a part only at the start of a text.
std::span<const LinePhrase> LineBeginnings();
/// Returns the phrases that indicate a part at the start of any word of a text.
std::span<const LinePhrase> LineContents();

}  // namespace newsmill::extract::lexicon
