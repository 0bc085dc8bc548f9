// The line under a headline: date, byline, source, in any order.
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

  bool Says() const {
    return !published_at.empty() || !modified_at.empty() || !credit.empty() ||
           !authors.empty();
  }
};

/// Nothing when the block is not such a line: it has none of these labels, or
/// says too much else. " · 2024-01-23 · Source: The Example Mail" says two.
std::optional<MetaLine> ReadMetaLine(const text::Block& block,
                                     dates::DayOrder order);

}  // namespace newsmill::extract::plain
