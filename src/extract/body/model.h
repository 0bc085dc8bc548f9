// The block classifier: sums of small decision trees, first over the features
// of features.h, then over the contexts of context.h, which come of
// the first sums. `script/train_body_model.py` wrote the trees and says how.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "context.h"
#include "extract/lexicon/line_parts.h"
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
/// Of the names and the order of all features: FNV-1a, 32 bits. The table of
/// the model states the hash of the features that it was trained with.
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

/// The hash of the features that the model was trained with. Another one than
/// FeatureListHash() means that the model has to be trained again.
uint32_t TrainedFeatureListHash();

const TreeModel& BodyModel();
const TreeModel& ContextModel();

/// Of each block, in thousandths of log odds; above 0: in the body.
std::vector<int32_t> ScoresOf(const Outline& outline,
                              const std::vector<FeatureRow>& rows);

}  // namespace newsmill::extract::body
