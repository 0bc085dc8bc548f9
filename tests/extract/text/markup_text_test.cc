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

TEST(MarkupTextTest, AdjacentLinksAreOnSeparateLines) {
  EXPECT_EQ(WithoutMarkup("<a href='/1'>one</a> <A href='/2'>two</A>, three"),
            "one\n two, three");
  EXPECT_EQ(WithoutMarkup("<a>one</a> and <a href='/2'>two</a>"),
            "one and two");
}

TEST(MarkupTextTest, ASmallerSignIsNoTag) {
  EXPECT_EQ(WithoutMarkup("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
  EXPECT_EQ(WithoutMarkup("an open <b"), "an open <b");
}

TEST(MarkupTextTest, ATitleKeepsWhatOnlyLooksLikeATag) {
  for (const std::string title :
       {"The <select> element", "List<String> or Map<a, b>", "Vec<i32>",
        "The <b> element", "I <3 rain", "Use <foo>x</foo>"}) {
    EXPECT_EQ(PlainTitle(title), title);
  }
  EXPECT_EQ(PlainTitle("List&lt;String&gt;"), "List<String>");
  EXPECT_EQ(PlainTitle("&amp;lt;select&amp;gt;"), "<select>");
}

TEST(MarkupTextTest, ATitleLosesTheTagsOfElements) {
  EXPECT_EQ(PlainTitle("<b>Rain</b> &amp;amp; <i>wind</i>"), "Rain & wind");
  EXPECT_EQ(PlainTitle("Rain<br>and <img src='a'>wind<!-- x -->"),
            "Rain and wind");
  EXPECT_EQ(PlainTitle("The <b> and <span class='x'>more</span>"),
            "The <b> and more");
  EXPECT_EQ(PlainTitle("&lt;em&gt;Rain&lt;/em&gt;"), "Rain");
}

TEST(MarkupTextTest, DropsCode) {
  EXPECT_EQ(PlainText("Bridge <script>var a = 1;</script>opens"),
            "Bridge opens");
  EXPECT_EQ(PlainTitle("Bridge &lt;style type=a&gt;b{}&lt;/style&gt; opens"),
            "Bridge opens");
  EXPECT_EQ(PlainTitle("What <script> does"), "What <script> does");
}

TEST(MarkupTextTest, DropsComments) {
  EXPECT_EQ(PlainText("a<!-- b -->c"), "ac");
}

}  // namespace
}  // namespace newsmill::extract::text
