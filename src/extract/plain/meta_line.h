// Reads the meta line below a headline. It has a date, a byline and a source,
// or some of them, in any order.
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

/// Returns the date, byline and source that the block states: a date and a
/// source for " · 2024-01-23 · Source: The Example Mail". Returns nothing if
/// the block has too many other words. Also returns nothing if the block states
/// none of the three, unless it consists only of labels.
std::optional<MetaLine> ReadMetaLine(const text::Block& block,
                                     const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
