#include "extract/body/model.h"

#include <string>

#include "extract/body/facts.h"
#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

TEST(BodyModelTest, ScoresProseAboveAMenuAndAFooter) {
  const std::string prose =
      "<p>The ferry sailed again on Monday, three weeks after the storm had "
      "closed the harbour, and those who live on the island were glad of it.";
  const ParsedPage parsed(
      "<nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Ferry "
      "sails</h1>" +
      prose + prose + prose + "</article><footer><p>© Example Times</footer>");
  const Outline outline = OutlineOf(parsed.page, 100);
  const auto scores =
      ScoresOf(outline, FeaturesOf(outline, FactsOf(outline, {}), {}));

  ASSERT_EQ(scores.size(), 6U);
  EXPECT_LT(scores[0], 0);
  EXPECT_GT(scores[2], 0);
  EXPECT_GT(scores[3], 0);
  EXPECT_GT(scores[4], 0);
  EXPECT_LT(scores[5], 0);
}

TEST(BodyModelTest, APageWithoutBlocksHasNoScores) {
  const ParsedPage parsed("");
  const Outline outline = OutlineOf(parsed.page, 100);

  EXPECT_TRUE(ScoresOf(outline, {}).empty());
}

}  // namespace
}  // namespace newsmill::extract::body
