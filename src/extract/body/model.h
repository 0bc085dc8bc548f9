// The body model computes the score of each block with small decision trees, in
// two steps. In the first step, the trees read the features of features.h. The
// sum of the trees is the first score. In the second step, other trees read the
// features of context.h, which depend on the first scores of all blocks. The
// sum of these trees can change the first score within a limit.
// `script/train_body_model.py` trains the trees and explains the method.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "context.h"
#include "extract/lexicon/line_parts.h"
#include "features.h"

namespace newsmill::extract::body {

/// An inner node of a tree. If the feature is at most `threshold`, the next
/// node is `left`, otherwise `right`. A value below kLeaf is the number of an
/// inner node of the same tree. A value of at least kLeaf is kLeaf plus the
/// number of a leaf.
struct TreeNode {
  static constexpr uint8_t kLeaf = 128;
  uint8_t feature;
  int16_t threshold;
  uint8_t left;
  uint8_t right;
};

/// All trees of one step. `nodes` and `leaves` contain the nodes and the leaves
/// of all trees. `first_node[t]` and `first_leaf[t]` are the positions of the
/// first node and the first leaf of tree `t`.
struct TreeModel {
  std::span<const TreeNode> nodes;
  std::span<const int16_t> leaves;  // thousandths of log odds
  std::span<const uint16_t> first_node;
  std::span<const uint16_t> first_leaf;
};
/// Returns the FNV-1a hash (32 bits) of the names and the order of all
/// features.
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

/// Returns the final score of each block, in thousandths of log odds. A block
/// with a score above 0 is probably part of the body.
std::vector<int32_t> ScoresOf(const Outline& outline,
                              const std::vector<FeatureRow>& rows);

}  // namespace newsmill::extract::body
