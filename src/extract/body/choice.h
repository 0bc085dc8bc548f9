// Defines the decision about one block: whether the block is in the body.
#pragma once

#include <string_view>
#include <vector>

namespace newsmill::extract::body {

struct Choice {
  bool chosen = false;
  // The rule that decided, for `explain`: "the title or the byline". "" if the
  // score of the block decided.
  std::string_view rule;
};

/// One decision for each block of an outline.
using Choices = std::vector<Choice>;

}  // namespace newsmill::extract::body
