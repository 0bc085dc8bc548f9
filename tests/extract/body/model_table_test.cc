#include "extract/body/context.h"
#include "extract/body/model.h"
#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

/// Nothing in a table leads outside of it: what reads it does not look.
void ExpectSound(const TreeModel& model, size_t features) {
  ASSERT_EQ(model.first_node.size(), model.first_leaf.size());
  for (size_t tree = 0; tree < model.first_node.size(); ++tree) {
    const bool last = tree + 1 == model.first_node.size();
    const size_t nodes =
        (last ? model.nodes.size() : model.first_node[tree + 1]) -
        model.first_node[tree];
    const size_t leaves =
        (last ? model.leaves.size() : model.first_leaf[tree + 1]) -
        model.first_leaf[tree];
    const auto leads_inside = [&](uint8_t next, size_t from) {
      return next < TreeNode::kLeaf
                 ? next > from && next < nodes
                 : static_cast<size_t>(next - TreeNode::kLeaf) < leaves;
    };
    for (size_t i = 0; i < nodes; ++i) {
      const TreeNode& node = model.nodes[model.first_node[tree] + i];
      EXPECT_LT(node.feature, features);
      EXPECT_TRUE(leads_inside(node.left, i)) << tree << " " << i;
      EXPECT_TRUE(leads_inside(node.right, i)) << tree << " " << i;
    }
  }
}

TEST(BodyModelTableTest, NothingLeadsOutside) {
  ExpectSound(BodyModel(), kFeatureCount);
  ExpectSound(ContextModel(), kContextCount);
}

TEST(BodyModelTableTest, WasTrainedWithTheseFeatures) {
  EXPECT_EQ(FeatureListHash(), TrainedFeatureListHash());
}

}  // namespace
}  // namespace newsmill::extract::body
