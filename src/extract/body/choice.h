// Defines the decision about one block: whether the block is in the body.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsmill::extract::body {

struct Choice {
  bool chosen = false;
  // The rule that decided, for the output of `explain`: "the title of the
  // page". It is a noun phrase that says what the block is, and a string
  // literal. "" if the score of the block decided.
  std::string_view rule;

  /// Removes the block from the body, if it is in the body.
  void Drop(std::string_view by_rule) {
    if (chosen) *this = {false, by_rule};
  }
};

/// One decision for each block of an outline.
using Choices = std::vector<Choice>;

/// Returns the indexes of the blocks in the body, in ascending order.
std::vector<size_t> ChosenBlocks(const Choices& choices);

/// Removes the blocks from `begin` to before `end` from the body.
void DropBlocks(Choices& choices, size_t begin, size_t end,
                std::string_view rule);

}  // namespace newsmill::extract::body
