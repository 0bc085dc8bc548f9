#include "body_model.h"

namespace newsmill::extract {
namespace {

// So far below 0 that the rest of the trees will not bring it back.
constexpr int32_t kHopeless = -3500;
constexpr size_t kEnoughTrees = 24;

}  // namespace

int32_t ScoreOf(const FeatureRow& row, const TreeModel& model) {
  int32_t score = 0;
  for (size_t tree = 0; tree < model.first_node.size(); ++tree) {
    if (tree == kEnoughTrees && score < kHopeless) return score;
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
