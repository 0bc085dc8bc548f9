// Finds section, title and subtitle in the first lines of a text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lines.h"

namespace newsmill::extract::plain {

/// The headline, as indices of lines.
struct Headline {
  std::optional<size_t> section;
  std::optional<size_t> title;
  std::optional<size_t> subtitle;
  size_t body = 0;  // the earliest possible start of the body
};

/// Returns the headline. `title_hint` is the title if it is known, or "".
Headline HeadlineOf(const std::vector<Line>& lines,
                    std::string_view title_hint);

}  // namespace newsmill::extract::plain
