// Reads the line below a headline: date, byline and source in any order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/dates/dates.h"
#include "extract/text/blocks.h"

namespace newsmill::extract::plain {

struct MetaLine {
  std::string published_at;
  std::string modified_at;
  std::string credit;
  std::vector<std::string> authors;

  bool HasAnyField() const {
    return !published_at.empty() || !modified_at.empty() || !credit.empty() ||
           !authors.empty();
  }
};

/// Returns the date, byline and source of the block: " · 2024-01-23 · Source:
/// The Example Mail" has a date and a source. Returns nothing if the block has
/// none of the three, or has too many other words.
std::optional<MetaLine> ReadMetaLine(const text::Block& block,
                                     const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
