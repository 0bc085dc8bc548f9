#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(EndsSentenceTest, IgnoresClosingMarks) {
  EXPECT_TRUE(EndsSentence("He said: “It is done.”"));
  EXPECT_TRUE(EndsSentence("(It is done.)"));
  EXPECT_FALSE(EndsSentence("A “quoted” word"));
  EXPECT_FALSE(EndsSentence(""));
}

TEST(EndsSentenceTest, IgnoresOneRemarkInBrackets) {
  EXPECT_TRUE(EndsSentence("The bridge is open. (dpa)"));
  EXPECT_TRUE(EndsSentence("桥已开通。（完）"));
  EXPECT_FALSE(EndsSentence("The bridge (old)"));
}

TEST(EndsSentenceTest, AColonOrACommaEndsNone) {
  EXPECT_FALSE(EndsSentence("The council decided:"));
  EXPECT_FALSE(EndsSentence("In the evening,"));
}

TEST(EndsInEllipsisTest, BracketsMayFollowTheEllipsis) {
  EXPECT_TRUE(EndsInEllipsis("It rains…"));
  EXPECT_TRUE(EndsInEllipsis("It rains [...] "));
  EXPECT_FALSE(EndsInEllipsis("It … rains."));
  EXPECT_FALSE(EndsInEllipsis(" ]"));
  EXPECT_FALSE(EndsInEllipsis(""));
}

TEST(InnerSentenceEndsTest, AHeadlineHasNone) {
  EXPECT_EQ(InnerSentenceEnds("Is the bridge open?"), 0);
  EXPECT_EQ(InnerSentenceEnds("Bridge reopens after nine years"), 0);
}

TEST(InnerSentenceEndsTest, CountsThoseBeforeTheEnd) {
  EXPECT_EQ(InnerSentenceEnds("It rained. It snowed! Then it was dry."), 2);
  EXPECT_EQ(InnerSentenceEnds("雨停了。桥开了。"), 1);
}

TEST(InnerSentenceEndsTest, InitialsAndTitlesEndNone) {
  EXPECT_EQ(InnerSentenceEnds("Letter from J. Doe to Dr. Roe"), 0);
}

}  // namespace
}  // namespace newsmill::extract::text
