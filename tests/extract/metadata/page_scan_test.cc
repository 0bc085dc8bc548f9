#include "extract/metadata/page_scan.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

TEST(PageScanTest, KeepsWhatThePageSaysOfItself) {
  const ScannedPage parsed(
      "<html lang=en><title> Rain\n in May</title>"
      "<link rel=canonical href=/rain><link rel=stylesheet href=/x.css>");

  EXPECT_EQ(parsed.scan.language, "en");
  EXPECT_EQ(parsed.scan.title, "Rain in May");
  ASSERT_EQ(parsed.scan.links.size(), 1U);
  EXPECT_EQ(parsed.scan.links[0].href, "/rain");
}

TEST(PageScanTest, MarksDatesAuthorsAndHeadings) {
  const ScannedPage parsed(
      "<h1>Rain</h1><p class=byline><a rel=author>Jane Doe</a> "
      "<time>3 May 2024</time><p>By John Roe");

  EXPECT_EQ(parsed.scan.headings.size(), 1U);
  EXPECT_FALSE(parsed.scan.authors.empty());
  EXPECT_EQ(parsed.scan.times.size(), 1U);
  EXPECT_EQ(parsed.scan.years.size(), 1U);
  EXPECT_EQ(parsed.scan.bylines.size(), 1U);
}

TEST(PageScanTest, FindsYearsOfNativeDigits) {
  for (const std::string_view text :
       {"۱۴ خرداد ۱۴۰۳", "٣ مايو ٢٠٢٤", "৩ মে ২০২৪", "३ मई २०२४",
        "๓ พฤษภาคม ๒๕๖๗", "２０２４年５月３日"}) {
    const ScannedPage parsed("<p>" + std::string(text));
    EXPECT_EQ(parsed.scan.years.size(), 1U) << text;
  }
  const ScannedPage parsed("<p>۱۴۰ و ۱۲ سال");
  EXPECT_TRUE(parsed.scan.years.empty());
}

TEST(PageScanTest, KnowsWhichMarksAreOutsideTheArticle) {
  const ScannedPage parsed(
      "<h2>Rain</h2><aside><h2>Other news</h2></aside><h2>Wind</h2>");

  ASSERT_EQ(parsed.scan.headings.size(), 3U);
  EXPECT_EQ(parsed.scan.headings[0].side, html::kNoNode);
  EXPECT_EQ(parsed.scan.headings[1].side, parsed.First(html::Tag::kAside));
  EXPECT_EQ(parsed.scan.headings[2].side, html::kNoNode);
}

TEST(PageScanTest, CountsTheVisibleTextBeforeAMark) {
  const ScannedPage parsed("<p>12345<script>no text</script><h1>Rain</h1>");

  ASSERT_EQ(parsed.scan.headings.size(), 1U);
  EXPECT_EQ(parsed.scan.headings[0].at, 5U);
}

TEST(PageScanTest, TextBelowSeparatesElementsThatAreNotInline) {
  const ParsedPage parsed(
      "<p>Ja<b>ne</b><span>Doe</span><style>x</style><svg>y</svg></p>");

  EXPECT_EQ(TextBelow(parsed.page, parsed.First(html::Tag::kP), 100),
            "Jane Doe");
}

TEST(PageScanTest, ANodeIsItsOwnAncestor) {
  const ParsedPage parsed("<div><p>x</p></div>");
  const html::NodeId div = parsed.First(html::Tag::kDiv);
  const html::NodeId p = parsed.First(html::Tag::kP);

  EXPECT_TRUE(IsAncestor(parsed.page, div, p));
  EXPECT_TRUE(IsAncestor(parsed.page, p, p));
  EXPECT_FALSE(IsAncestor(parsed.page, p, div));
}

}  // namespace
}  // namespace newsmill::extract::metadata
