#include "feed_markup.h"

#include "gtest/gtest.h"

namespace newsmill::input {
namespace {

using model::Markup;

size_t Html(std::string_view text) {
  return ReadableBytes(text, Markup::kHtml, std::string::npos);
}

TEST(ReadableBytesTest, CountsOnlyWhatAReaderSees) {
  EXPECT_EQ(Html("<p>It <b>rained</b>.</p>"), 9U);
  EXPECT_EQ(Html("<img src='a' alt='rain'> &nbsp; <!-- rain -->"), 0U);
  EXPECT_EQ(Html("<script>rain()</script><style>p{}</style>"), 0U);
  EXPECT_EQ(Html("1 < 2"), 3U);
  EXPECT_EQ(ReadableBytes("<p>", Markup::kText, std::string::npos), 3U);
}

TEST(ReadableBytesTest, ReadsTagsThatDoNotEnd) {
  EXPECT_EQ(Html("a<b"), 1U);
  EXPECT_EQ(Html("a<"), 2U);
  EXPECT_EQ(Html("a<!--b"), 1U);
  EXPECT_EQ(Html("a&"), 1U);
}

TEST(ReadableBytesTest, StopsAtTheLimit) {
  EXPECT_EQ(ReadableBytes("rain", Markup::kHtml, 2), 2U);
}

TEST(WithParagraphBreaksTest, ABlankLineEndsAParagraphOfATextWithoutBlocks) {
  EXPECT_EQ(WithParagraphBreaks("a\n\nb"), "a\n\n<br><br>b");
  EXPECT_EQ(WithParagraphBreaks("a\r\n \r\n<i>b</i>"),
            "a\r\n \r\n<br><br><i>b</i>");
  EXPECT_EQ(WithParagraphBreaks("a\nb"), "a\nb");
  EXPECT_EQ(WithParagraphBreaks("<p>a\n\nb</p>"), "<p>a\n\nb</p>");
}

TEST(WithParagraphBreaksTest,
     AnIdeographicSpaceAfterALineBreakBeginsAParagraph) {
  EXPECT_EQ(WithParagraphBreaks("<p>雨。<br>　風。</p>"),
            "<p>雨。<br><br><br>　風。</p>");
  EXPECT_EQ(WithParagraphBreaks("雨。<br />\n&#x3000;風。"),
            "雨。<br />\n<br><br>&#x3000;風。");
  EXPECT_EQ(WithParagraphBreaks("雨。\n　風。"), "雨。\n<br><br>　風。");
  EXPECT_EQ(WithParagraphBreaks("<p>雨。　風。<br>雪。</p>"),
            "<p>雨。　風。<br>雪。</p>");
}

}  // namespace
}  // namespace newsmill::input
