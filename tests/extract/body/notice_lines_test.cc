#include "extract/body/notice_lines.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

/// Returns the blocks that are left between two paragraphs of prose.
std::vector<std::string> Between(const std::string& html) {
  const std::string ferry(kFerry);
  return Left(ferry + html + ferry, DropNoticeLines);
}

TEST(NoticeLinesTest, NoticesAreDropped) {
  for (const std::string line :
       {"<p>ADVERTISEMENT</p>", "<p><em>Story continues below</em></p>",
        "<p>4 min read</p>", "<div>Share this article</div>",
        "<p>Sign up for our newsletter.</p>", "<p>Lesezeit: 3 Minuten</p>",
        "<p>Follow us on <a href=/>Facebook</a> for the latest news</p>",
        "<p>Реклама</p>", "<p>Partager</p>", "<h4>ADVERTISEMENT</h4>",
        "<p><a href=/>Privacy policy</a></p>", "<p>9 comments</p>",
        "<p>广告</p>"}) {
    EXPECT_THAT(Between(line), ElementsAre("F", "F")) << line;
  }
}

TEST(NoticeLinesTest, LinksAfterALabelAreDropped) {
  for (const std::string line :
       {"<p>READ MORE: <a href=/>Rain in Aldby</a></p>",
        "<p><a href=/>READ MORE: Rain in Aldby</a></p>",
        "<p><b>Also read</b> <a href=/>Rain in Aldby</a></p>",
        "<p>(Lesen Sie auch: <a href=/>Regen in Aldby</a>)</p>",
        "<ul><li>Lire aussi : <a href=/>La pluie</a></li></ul>",
        "<h3>Read more: <a href=/>Rain in Aldby</a></h3>",
        "<p>READ MORE: Rain in Aldby</p>",
        "<p><a href=/>Read more about the rain</a></p>",
        "<p>Читайте также: <a href=/>Дождь</a></p>",
        "<p>อ่านเพิ่มเติม: <a href=/>ฝนตกหนัก</a></p>",
        "<p>【関連記事】<a href=/>大雨の町</a></p>",
        "<p>▶ 관련기사 <a href=/>비 오는 마을</a></p>"}) {
    EXPECT_THAT(Between(line), ElementsAre("F", "F")) << line;
  }
}

TEST(NoticeLinesTest, ProseStays) {
  for (const std::string line :
       {"\"Read more,\" she said.",
        "Sign up for the race closes on Friday, the organisers said.",
        "Advertisement is a word of the last century.",
        "Read more about <a href=/>the rain</a> in the guide of the town.",
        "Read more about <a href=/>the rain</a>.",
        "Related rates rise in Aldby", "Read more: the mayor said so",
        "“Read more: a book”", "Watch"}) {
    EXPECT_EQ(Between("<p>" + line + "</p>").size(), 3U) << line;
  }
}

TEST(NoticeLinesTest, TopicsOfOneWordStay) {
  for (const std::string html :
       {"<p><b>Anzeige</b></p>", "<p><strong>Stampa</strong></p>",
        "<p><b>Реклама</b></p>", "<h2>ADVERTISING</h2>", "<p>Werbung.</p>"}) {
    EXPECT_EQ(Between(html).size(), 3U) << html;
  }
  EXPECT_THAT(Between("<p><b>ADVERTISEMENT</b></p>"), ElementsAre("F", "F"));
  EXPECT_THAT(Between("<p><b>Story continues below</b></p>"),
              ElementsAre("F", "F"));
}

TEST(NoticeLinesTest, FactsAfterALabelOfOneWordStay) {
  for (const std::string line :
       {"Watch: Friday at noon in Norby", "Read: The Bread of Aldby",
        "Mehr: 12 Brote", "Leggi: tre in un anno", "More: 7 loaves"}) {
    EXPECT_EQ(Between("<p>" + line + "</p>").size(), 3U) << line;
  }
  EXPECT_THAT(Between("<p>Watch: <a href=/>Rain in Aldby</a></p>"),
              ElementsAre("F", "F"));
}

TEST(NoticeLinesTest, HeadingsAndItemsStay) {
  EXPECT_EQ(Between("<h2>Advertisement</h2>").size(), 3U);
  EXPECT_EQ(Between("<h2>Related</h2>").size(), 3U);
  EXPECT_EQ(Between("<h2>Read next: the book</h2>").size(), 3U);
  EXPECT_EQ(Between("<ul><li>Radio<li>Advertisement<li>Share</ul>").size(), 5U);
  EXPECT_EQ(Between("<ul><li>Aldby<li>Read more<li>Sleep</ul>").size(), 5U);
}

TEST(NoticeLinesTest, LinkedItemsAndRequestsInHeadingsAreDropped) {
  EXPECT_THAT(Between("<ul><li><a href=/>Share this article</a></ul>"),
              ElementsAre("F", "F"));
  EXPECT_THAT(Between("<ul><li><a href=/>Follow us on Facebook</a></ul>"),
              ElementsAre("F", "F"));
  EXPECT_THAT(Between("<h3>Sign up for our newsletter</h3>"),
              ElementsAre("F", "F"));
}

TEST(NoticeLinesTest, ItemsAfterANoticeAreDropped) {
  EXPECT_THAT(Between("<p>Your email has been sent.</p><ul><li>You can't enter "
                      "more than 9 emails.</li></ul>"),
              ElementsAre("F", "F"));
}

TEST(NoticeLinesTest, ALabelGoesWithItsList) {
  const std::string links =
      "<p><a href=/>Rain in Aldby</a><br><a href=/>Sun in Norby</a></p>";

  EXPECT_THAT(Between("<p><b>Related:</b></p>" + links), ElementsAre("F", "F"));
  EXPECT_THAT(Between("<h3>Read more</h3>" + links), ElementsAre("F", "F"));
  EXPECT_THAT(Between("<h3>Mehr zum Thema</h3><p class=out>Regen</p>"),
              ElementsAre("F", "F"));
  EXPECT_THAT(Between("<p>See also:</p>"), ElementsAre("F", "F"));
  EXPECT_THAT(Left(std::string(kFerry) + "<p>Related:</p>", DropNoticeLines),
              ElementsAre("F"));
}

TEST(NoticeLinesTest, LinksWithoutALabelStay) {
  EXPECT_EQ(Between("<p><a href=/>Rain in Aldby</a></p>").size(), 3U);
}

TEST(NoticeLinesTest, TagsAreDropped) {
  const std::string ferry(kFerry);

  EXPECT_THAT(Between("<p>Filed under: <a href=/>News</a> Tagged with: "
                      "<a href=/>rain</a></p>"),
              ElementsAre("F", "F"));
  EXPECT_THAT(Left(ferry + "<p>Tags: rain, rivers</p>", DropNoticeLines),
              ElementsAre("F"));
  EXPECT_EQ(Between("<p>Keywords: rain, rivers</p>").size(), 3U);
  EXPECT_EQ(Between("<p>Topics: <a href=/>rain</a> and the rest.</p>").size(),
            3U);
}

TEST(NoticeLinesTest, FactsThatLookLikeTagsStay) {
  const std::string ferry(kFerry);
  for (const std::string html :
       {"<p>Label: Aldby Records</p>", "<p>Tag: Freitag, 5. Juni</p>",
        "<p>Temas: el pan</p>", "<ul><li>Tags: rain, rivers</ul>"}) {
    EXPECT_EQ(Left(ferry + html, DropNoticeLines).size(), 2U) << html;
  }
}

TEST(NoticeLinesTest, LongTextsStay) {
  std::string text = "Read more: <a href=/>";
  for (int i = 0; i < 50; ++i) text += "rain ";

  EXPECT_EQ(Between("<p>" + text + "</a></p>").size(), 3U);
}

TEST(NoticeLinesTest, AShortRequestMayHaveNoLink) {
  std::string more;
  for (int i = 0; i < 30; ++i) more += " rain";

  EXPECT_EQ(Between("<p>Sign up for our newsletter" + more + "</p>").size(),
            3U);
}

}  // namespace
}  // namespace newsmill::extract::body
