#include "extract/plain/headline_shapes.h"

#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

text::Block BlockOf(std::string_view line) {
  return text::LinesOf(line, 1).at(0);
}

Line LineOf(Part part, std::string_view line) {
  return {.block = BlockOf(line), .part = part, .meta = {}};
}

TEST(HeadlineShapesTest, AShortLineMayBeATitle) {
  EXPECT_TRUE(IsTitleLike(LineOf(Part::kShortLine, "Bridge reopens")));
  EXPECT_FALSE(IsTitleLike(
      LineOf(Part::kShortLine, std::string(text::kMaxTitleColumns + 1, 'x'))));
}

TEST(HeadlineShapesTest, OfProseOnlyAQuestionMayBeATitle) {
  EXPECT_TRUE(IsTitleLike(
      LineOf(Part::kParagraph, "Will the bridge ever be open to cars again?")));
  EXPECT_FALSE(IsTitleLike(
      LineOf(Part::kParagraph, "The bridge is open to all cars once again.")));
  EXPECT_FALSE(IsTitleLike(LineOf(
      Part::kParagraph, "Nobody asked. Will the bridge be open again?")));
}

TEST(HeadlineShapesTest, KnowsListItems) {
  for (const std::string_view item : {"- one", "• one", "1. one", "12) one"}) {
    EXPECT_TRUE(IsListItem(item)) << item;
  }
  for (const std::string_view other : {"one", "-one", "2024. A year", "7"}) {
    EXPECT_FALSE(IsListItem(other)) << other;
  }
}

TEST(HeadlineShapesTest, AHeadlineHasFourWordsOrIsAsWide) {
  EXPECT_TRUE(IsHeadlineSized(BlockOf("Old bridge is open")));
  EXPECT_TRUE(IsHeadlineSized(BlockOf("石桥重新开放通行三千人走过")));
  EXPECT_FALSE(IsHeadlineSized(BlockOf("Old bridge")));
}

TEST(HeadlineShapesTest, AMenuEntryIsShortAndNoTrail) {
  EXPECT_TRUE(IsMenuSized(BlockOf("World news")));
  EXPECT_FALSE(IsMenuSized(BlockOf("Home > World")));
  EXPECT_FALSE(IsMenuSized(BlockOf("All the news of today")));
  EXPECT_TRUE(IsBreadcrumb("Home » World"));
}

TEST(HeadlineShapesTest, AKickerIsASectionATrailOrInCapitals) {
  const text::Block title =
      BlockOf("Old bridge reopens after nine years of repair");

  EXPECT_TRUE(IsKicker(BlockOf("World"), title));
  EXPECT_TRUE(IsKicker(BlockOf("Home > World > Rivers"), title));
  EXPECT_TRUE(IsKicker(BlockOf("BUILDING AND ROADS"), title));
  EXPECT_FALSE(
      IsKicker(BlockOf("A second line of nearly the very same length"), title));
}

}  // namespace
}  // namespace newsmill::extract::plain
