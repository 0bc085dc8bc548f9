#include "extract/text/size_limits.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

using testing::HasSubstr;

model::Document DocumentOf(std::string content) {
  model::Document document;
  document.input_id = "mine";
  document.content = std::move(content);
  return document;
}

TEST(SizeLimitsTest, ATreeOfFewNodesPasses) {
  const model::Document document = DocumentOf("<p>one");

  EXPECT_TRUE(ParseWithin({.max_nodes = 100}, document));
}

TEST(SizeLimitsTest, ATreeOfMoreNodesIsRefusedWithItsOption) {
  const model::Document document = DocumentOf("<p>1<p>2<p>3<p>4<p>5<p>6");

  const auto page = ParseWithin({.max_nodes = 8}, document);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().reason, model::Reason::kLimit);
  EXPECT_THAT(page.error().detail, HasSubstr("extract.max_nodes"));
  EXPECT_EQ(page.error().input_id, "mine");
}

TEST(SizeLimitsTest, TheLastLineThatFitsPassesAndOneMoreIsRefused) {
  const model::Document document = DocumentOf("a\nb\nc");

  EXPECT_TRUE(LinesWithin({.max_lines = 3}, document));
  const auto lines = LinesWithin({.max_lines = 2}, document);
  ASSERT_FALSE(lines);
  EXPECT_THAT(lines.error().detail, HasSubstr("extract.max_lines"));
}

TEST(SizeLimitsTest, TooManyBlocksNamesItsOption) {
  const auto refusal = TooManyBlocks({.max_blocks = 7}, DocumentOf(""));

  EXPECT_EQ(refusal.reason, model::Reason::kLimit);
  EXPECT_THAT(refusal.detail, HasSubstr("more than 7 blocks"));
  EXPECT_THAT(refusal.detail, HasSubstr("extract.max_blocks"));
}

}  // namespace
}  // namespace newsmill::extract::text
