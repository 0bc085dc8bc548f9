#include "extract/text/markup_text.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(MarkupTextTest, DropsTagsAndReadsReferences) {
  EXPECT_EQ(PlainText("<b>Rain</b> &amp; <i>wind</i>"), "Rain & wind");
}

TEST(MarkupTextTest, ReadsReferencesThatWereEncodedTwice) {
  EXPECT_EQ(PlainText("Rain &amp;amp; wind"), "Rain & wind");
}

TEST(MarkupTextTest, TagsThatBreakLinesLeaveLineBreaks) {
  EXPECT_EQ(WithoutMarkup("one<br>two<p>three</p>"), "one\ntwo\nthree\n");
  EXPECT_EQ(WithoutMarkup("o<span>n</span>e"), "one");
}

TEST(MarkupTextTest, ASmallerSignIsNoTag) {
  EXPECT_EQ(WithoutMarkup("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
  EXPECT_EQ(WithoutMarkup("an open <b"), "an open <b");
}

TEST(MarkupTextTest, DropsComments) {
  EXPECT_EQ(PlainText("a<!-- b -->c"), "ac");
}

}  // namespace
}  // namespace newsmill::extract::text
