#include "body_model.h"

namespace newsmill::extract {
namespace {

/// After so many trees, a block below this is furniture: in the training data
/// the rest of the trees brought back 2 of 75,000 of the body's blocks. It
/// spares more than half of the blocks most of the trees.
struct GiveUp {
  size_t trees;
  int32_t below;
};
constexpr GiveUp kEarly = {12, -1500};
constexpr GiveUp kLate = {48, -2000};
// What the rest of the trees takes away from such a block, about.
constexpr int32_t kRest = 1500;

}  // namespace

int32_t ScoreOf(const FeatureRow& row, const TreeModel& model) {
  int32_t score = 0;
  for (size_t tree = 0; tree < model.first_node.size(); ++tree) {
    if ((tree == kEarly.trees && score < kEarly.below) ||
        (tree == kLate.trees && score < kLate.below)) {
      return score - kRest;
    }
    const TreeNode* const nodes = &model.nodes[model.first_node[tree]];
    uint8_t next = 0;
    while (next < TreeNode::kLeaf) {
      const TreeNode& node = nodes[next];
      next = row.At(node.feature) <= node.threshold ? node.left : node.right;
    }
    score += model.leaves[model.first_leaf[tree] +
                          static_cast<size_t>(next - TreeNode::kLeaf)];
  }
  return score;
}

}  // namespace newsmill::extract
