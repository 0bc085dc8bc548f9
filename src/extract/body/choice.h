// Defines the decision about one block: whether the block is in the body.
#pragma once

#include <string_view>
#include <vector>

namespace newsmill::extract::body {

struct Choice {
  bool chosen = false;
  // The rule that decided, a string literal for `explain`: "the title of the
  // page". "" if the score of the block decided.
  std::string_view rule;
};

/// One decision for each block of an outline.
using Choices = std::vector<Choice>;

}  // namespace newsmill::extract::body
