#include "extract/body/context.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "newsmill/html/parse.h"

namespace newsmill::extract::body {
namespace {

constexpr int32_t kIn = 2000;
constexpr int32_t kOut = -2000;
constexpr int32_t kDoubt = -100;
constexpr int32_t kClosed = -3000;

/// Returns the contexts of the blocks of `body`, given the first scores.
std::vector<ContextRow> Contexts(const std::string& body,
                                 const std::vector<int32_t>& scores) {
  const std::string source = "<body>" + body;
  const html::Document page = html::Parse(source);
  const Outline outline = OutlineOf(page, 1'000);
  EXPECT_EQ(outline.blocks.size(), scores.size());
  const BodyHints hints;
  const auto rows = FeaturesOf(outline, FactsOf(outline, hints), hints);
  return ContextsOf(outline, rows, scores);
}

int16_t At(const ContextRow& row, Context context) {
  return row[static_cast<size_t>(context)];
}

TEST(BodyContextTest, KnowsTheScoresAround) {
  const auto rows = Contexts("<p>a b<p>c d<p>e f", {kIn, kDoubt, kOut});

  EXPECT_EQ(At(rows[1], Context::kScore), kDoubt);
  EXPECT_EQ(At(rows[1], Context::kPreviousScore), kIn);
  EXPECT_EQ(At(rows[1], Context::kNextScore), kOut);
  EXPECT_EQ(At(rows[1], Context::kNearScore), (kIn + kDoubt + kOut) / 3);
  EXPECT_EQ(At(rows[0], Context::kPreviousScore), kClosed);
}

TEST(BodyContextTest, ScoresCountByWords) {
  const auto rows = Contexts("<p>a b c<p>d<p>e", {kIn, kDoubt, kOut});

  EXPECT_EQ(At(rows[1], Context::kSiblingScore), (3 * kIn + kOut) / 4);
  EXPECT_EQ(At(rows[1], Context::kSiblingBlocks), 3);
}

TEST(BodyContextTest, KnowsWhatItsParentHolds) {
  const auto rows =
      Contexts("<div><div><p>a b<p>c d</div></div><div><p>e f g h</div>",
               {kIn, kDoubt, kDoubt});

  EXPECT_EQ(At(rows[1], Context::kParentChosen), 50);
  EXPECT_EQ(At(rows[2], Context::kParentChosen), 0);
  EXPECT_EQ(At(rows[2], Context::kGrandChosen), 25);
}

TEST(BodyContextTest, KnowsWhatLooksLikeIt) {
  const auto rows = Contexts(
      "<p class=x>a</p><p class=y>b</p><p class=x>c</p><p class=x>d</p>",
      {kIn, kOut, kDoubt, kIn});

  EXPECT_EQ(At(rows[2], Context::kLookScore), kIn);
  EXPECT_EQ(At(rows[2], Context::kLookBlocks), 3);
  EXPECT_EQ(At(rows[1], Context::kLookScore), kClosed);
}

TEST(BodyContextTest, KnowsItsPlaceInTheBody) {
  const auto rows = Contexts("<p>a b c<p>d e<p>f", {kIn, kDoubt, kIn});

  EXPECT_EQ(At(rows[1], Context::kWordsBefore), 3);
  EXPECT_EQ(At(rows[1], Context::kWordsAfter), 1);
  EXPECT_EQ(At(rows[1], Context::kPercentBefore), 75);
  EXPECT_EQ(At(rows[1], Context::kPageWords), 4);
  EXPECT_EQ(At(rows[1], Context::kPageScore), kIn);
}

TEST(BodyContextTest, BlocksWithVeryLowScoresHaveNone) {
  const auto rows = Contexts("<p>a<p>b", {kIn, kClosed});

  EXPECT_TRUE(IsOpen(kOut));
  EXPECT_FALSE(IsOpen(kClosed));
  EXPECT_EQ(rows[1], ContextRow{});
}

}  // namespace
}  // namespace newsmill::extract::body
