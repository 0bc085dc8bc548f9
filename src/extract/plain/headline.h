// Finds the section, the title and the subtitle in the first lines of a text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lines.h"

namespace newsmill::extract::plain {

/// The indices of the lines with the section, the title and the subtitle.
struct Headline {
  std::optional<size_t> section;
  std::optional<size_t> title;
  std::optional<size_t> subtitle;
  size_t body = 0;  // index of the first line that may be in the body
};

/// Returns the headline of a text. `title_hint` is the title if the title is
/// known, or "".
Headline HeadlineOf(const std::vector<Line>& lines,
                    std::string_view title_hint);

}  // namespace newsmill::extract::plain
