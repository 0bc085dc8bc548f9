// Which of the first lines of a text are its section, title and subtitle.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lines.h"

namespace newsmill::extract::plain {

/// Indices of lines.
struct Headline {
  std::optional<size_t> section;
  std::optional<size_t> title;
  std::optional<size_t> subtitle;
  size_t body = 0;  // where the body begins at the earliest
};

/// `title_hint`: what is known of the title from elsewhere, or "".
Headline HeadlineOf(const std::vector<Line>& lines,
                    std::string_view title_hint);

}  // namespace newsmill::extract::plain
