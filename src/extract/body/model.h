// The block classifier: sums of small decision trees, first over the features
// of body_features.h, then over the contexts of body_context.h, which come of
// the first sums. `script/train_body_model.py` wrote the trees and says how.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "features.h"

namespace newsmill::extract::body {

/// A tree's inner node; `left` is taken when the feature is at most
/// `threshold`. Both name a node of the same tree, or, from kLeaf on, a leaf.
struct TreeNode {
  static constexpr uint8_t kLeaf = 128;
  uint8_t feature;
  int16_t threshold;
  uint8_t left;
  uint8_t right;
};

/// One after the other: nodes and leaves of all trees, and where each begins.
struct TreeModel {
  std::span<const TreeNode> nodes;
  std::span<const int16_t> leaves;  // thousandths of log odds
  std::span<const uint16_t> first_node;
  std::span<const uint16_t> first_leaf;
};
const TreeModel& BodyModel();
const TreeModel& ContextModel();

/// Of each block, in thousandths of log odds; above 0: in the body.
std::vector<int32_t> ScoresOf(const Outline& outline,
                              const std::vector<FeatureRow>& rows);

}  // namespace newsmill::extract::body
