// Reads the meta line of an article: a line below the headline that contains a
// date, a byline or a source, in any order.
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

/// Returns the date, the byline and the source that the block states: a date
/// and a source for " · 2024-01-23 · Source: The Example Mail". Returns nothing
/// if the block has too many other words. Also returns nothing if the block
/// states no date, byline or source, unless the block consists only of labels
/// and their values.
std::optional<MetaLine> ReadMetaLine(const text::Block& block,
                                     const dates::DateStyle& style);

}  // namespace newsmill::extract::plain
