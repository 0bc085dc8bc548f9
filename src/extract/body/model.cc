#include "model.h"

#include <algorithm>

#include "context.h"

namespace newsmill::extract::body {
namespace {

/// A rule that saves time. If the sum of the first `trees` trees is less than
/// `below`, the block is boilerplate, and the other trees are skipped. On
/// average, the two rules skip 76 of 140 trees for a block. In the training
/// data, the rules wrongly reject 24 of the 77,000 blocks that may be part of a
/// body.
struct GiveUp {
  size_t trees;
  int32_t below;
};
constexpr GiveUp kEarly = {12, -1500};
constexpr GiveUp kLate = {48, -2000};
// If trees are skipped, the score is lowered by this estimate of their effect.
constexpr int32_t kRest = 1500;
// The maximum change of a score by the context. Because of this limit, the
// context can change the decision only for a block with a first score near 0.
constexpr int32_t kMostChange = 600;

/// Returns whether the block is probably a date line, a byline, a notice or
/// similar text that is not part of the body. For such a block, high scores of
/// the blocks around it do not show that it is part of the body. Therefore, the
/// context never raises its score.
bool SeemsBeside(const FeatureRow& row) {
  if (row.At(Feature::kShowsDate) != 0) return true;
  if (row.At(Feature::kNamesAuthor) != 0) return true;
  for (int part = kFirstLinePart; part < kFeatureCount; ++part) {
    if (row.At(part) != 0) return true;
  }
  return false;
}

/// Returns the value of the leaf that a block reaches in the tree. `at(n)`
/// returns feature `n` of this block.
template <typename At>
int32_t LeafOf(const TreeModel& model, size_t tree, const At& at) {
  const TreeNode* const nodes = &model.nodes[model.first_node[tree]];
  uint8_t next = 0;
  while (next < TreeNode::kLeaf) {
    const TreeNode& node = nodes[next];
    next = at(node.feature) <= node.threshold ? node.left : node.right;
  }
  return model.leaves[model.first_leaf[tree] +
                      static_cast<size_t>(next - TreeNode::kLeaf)];
}

int32_t FirstScoreOf(const FeatureRow& row) {
  const TreeModel& model = BodyModel();
  int32_t score = 0;
  for (size_t tree = 0; tree < model.first_node.size(); ++tree) {
    if ((tree == kEarly.trees && score < kEarly.below) ||
        (tree == kLate.trees && score < kLate.below)) {
      return score - kRest;
    }
    score += LeafOf(model, tree, [&](int feature) { return row.At(feature); });
  }
  return score;
}

int32_t ScoreOf(const ContextRow& row) {
  const TreeModel& model = ContextModel();
  int32_t score = 0;
  for (size_t tree = 0; tree < model.first_node.size(); ++tree) {
    score += LeafOf(model, tree, [&](size_t context) { return row[context]; });
  }
  return score;
}

}  // namespace

std::vector<int32_t> ScoresOf(const Outline& outline,
                              const std::vector<FeatureRow>& rows) {
  std::vector<int32_t> scores;
  scores.reserve(rows.size());
  for (const FeatureRow& row : rows) scores.push_back(FirstScoreOf(row));
  const std::vector<ContextRow> contexts = ContextsOf(outline, rows, scores);
  for (size_t i = 0; i < scores.size(); ++i) {
    if (!IsOpen(scores[i])) continue;
    const int32_t rise = SeemsBeside(rows[i]) ? 0 : kMostChange;
    scores[i] = std::clamp(ScoreOf(contexts[i]), scores[i] - kMostChange,
                           scores[i] + rise);
  }
  return scores;
}

}  // namespace newsmill::extract::body
