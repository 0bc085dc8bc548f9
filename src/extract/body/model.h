// The body model: it computes the score of a block from two sums of small
// decision trees. The trees of the first sum read the features of features.h.
// The trees of the second sum read the features of context.h, which depend on
// the first sums of all blocks. `script/train_body_model.py` trains the trees
// and explains the method.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "context.h"
#include "extract/lexicon/line_parts.h"
#include "features.h"

namespace newsmill::extract::body {

/// An inner node of a tree. The next node is `left` if the feature is at most
/// `threshold`, and otherwise `right`. `left` and `right` are numbers of nodes
/// in the same tree. A number that is at least kLeaf is the number of a leaf,
/// plus kLeaf.
struct TreeNode {
  static constexpr uint8_t kLeaf = 128;
  uint8_t feature;
  int16_t threshold;
  uint8_t left;
  uint8_t right;
};

/// All trees of one sum. The nodes of all trees are in one list and the leaves
/// of all trees are in another list. `first_node` and `first_leaf` have the
/// positions of the first node and the first leaf of each tree.
struct TreeModel {
  std::span<const TreeNode> nodes;
  std::span<const int16_t> leaves;  // thousandths of log odds
  std::span<const uint16_t> first_node;
  std::span<const uint16_t> first_leaf;
};
/// Returns the FNV-1a hash (32 bits) of the names and order of all features.
constexpr uint32_t FeatureListHash() {
  uint32_t hash = 2166136261U;
  const auto add = [&hash](uint32_t value) {
    hash = (hash ^ value) * 16777619U;
  };
  for (const std::string_view names : {kFeatureNames, kContextNames}) {
    for (const char c : names) add(static_cast<unsigned char>(c));
  }
  for (int part = 0; part < lexicon::kModelPartCount; ++part) {
    add(static_cast<uint32_t>(part));
  }
  for (const lexicon::Part part : lexicon::kLineParts) {
    add(static_cast<uint32_t>(part));
  }
  return hash;
}

/// Returns the hash of the list of features with which the model was trained.
/// If this hash differs from FeatureListHash(), the model must be trained
/// again.
uint32_t TrainedFeatureListHash();

const TreeModel& BodyModel();
const TreeModel& ContextModel();

/// Returns a score for each block, in thousandths of log odds. A score above
/// 0 means that the block is probably part of the body.
std::vector<int32_t> ScoresOf(const Outline& outline,
                              const std::vector<FeatureRow>& rows);

}  // namespace newsmill::extract::body
