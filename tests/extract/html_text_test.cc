#include "html_text.h"

#include <chrono>

#include "gtest/gtest.h"

namespace newsmill::extract {
namespace {

std::string TextOf(std::string_view html) {
  std::string text = HtmlTextOf(html).text;
  std::erase(text, '\n');
  return text;
}

TEST(HtmlTextTest, TakesTheTitleFromTheBestPlace) {
  EXPECT_EQ(HtmlTextOf("<title>t | Site</title><h1>h</h1>").title, "t | Site");
  EXPECT_EQ(HtmlTextOf("<h1> h\n1 </h1>").title, "h 1");
  EXPECT_EQ(HtmlTextOf("<meta content='a &amp; b' property=og:title>"
                       "<title>t</title>")
                .title,
            "a & b");
}

TEST(HtmlTextTest, BlocksBreakLinesAndInlineElementsDoNot) {
  EXPECT_EQ(HtmlTextOf("<p>a <b>b</b>\nc<p>d<br>e").text, "\na b c\nd\ne");
}

TEST(HtmlTextTest, SkipsWhatIsNoText) {
  EXPECT_EQ(TextOf("a<script>if (x < 1) '</p>';</script>b"
                   "<STYLE>p{}</STYLE>c<!-- <p>no --> d<!doctype x>e"),
            "abc de");
}

TEST(HtmlTextTest, SkipsWhatStandsAroundTheArticle) {
  EXPECT_EQ(TextOf("<nav>n<div>n</div></nav>a<aside>s</aside>b"
                   "<footer>f</footer>"),
            "ab");
}

TEST(HtmlTextTest, DecodesReferences) {
  EXPECT_EQ(TextOf("&lt;&eacute;&#x20AC;&#8211;&nope;&amp"), "<é€–&nope;&amp");
}

TEST(HtmlTextTest, QuotedBracketsDoNotEndATag) {
  EXPECT_EQ(TextOf("<a title='>'>x</a> 1 < 2"), "x 1 < 2");
}

TEST(HtmlTextTest, BrokenPagesCostLinearTime) {
  for (const std::string_view part :
       {"<", "<a", "<!--", "</", "<p '", "<script>", "&", "<a b=\"", "<nav>"}) {
    std::string page;
    while (page.size() < 2'000'000) page += part;
    const auto begin = std::chrono::steady_clock::now();
    HtmlTextOf(page);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5))
        << part;
  }
}

}  // namespace
}  // namespace newsmill::extract
