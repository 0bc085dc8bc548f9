#include "extract/body/body.h"

#include <chrono>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::body {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

constexpr std::string_view kFirst =
    "The ferry sailed again on Monday, three weeks after the storm had closed "
    "the harbour of the island and cut it off from the mainland.";
constexpr std::string_view kSecond =
    "Its captain said that the sea had been calm, and that nobody on board had "
    "spoken a word before the lights of the town came into sight.";
constexpr std::string_view kThird =
    "The council will meet on Friday to decide who pays for the new quay, "
    "which engineers expect to cost about four million crowns.";

std::string Paragraph(std::string_view text) {
  return "<p>" + std::string(text) + "</p>";
}
std::string Story() {
  return Paragraph(kFirst) + Paragraph(kSecond) + Paragraph(kThird);
}
/// A page with boilerplate on all sides, as content systems make it.
std::string Page(std::string_view article) {
  return "<html><body><header><nav><ul><li><a href=/>Home</a><li><a "
         "href=/s>Sport</a><li><a href=/w>Weather</a></ul></nav></header>"
         "<main><article><h1>Ferry sails again</h1>"
         "<div class=byline>By <a href=/jd>Jane Doe</a></div>"
         "<div class=article-body>" +
         std::string(article) +
         "</div></article></main><aside class=sidebar><h3>Most read</h3><ul>"
         "<li><a href=/1>A bridge is closed for repairs</a><li><a href=/2>Snow "
         "is expected on the hills</a></ul></aside><footer><p>© 2024 Example "
         "News. All rights reserved.</p></footer></body></html>";
}

constexpr size_t kManyBlocks = 20'000;

Body BodyOf(const std::string& html, const BodyHints& hints = {}) {
  const html::Document page = html::Parse(html);
  return ChooseBody(page, hints, kManyBlocks);
}
BodyHints Titled() {
  BodyHints hints;
  hints.title = "Ferry sails again";
  hints.authors = {"Jane Doe"};
  hints.is_article_type = true;
  return hints;
}

TEST(BodyTest, TakesTheParagraphsAndLeavesTheBoilerplate) {
  const Body body = BodyOf(Page(Story()), Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
  EXPECT_TRUE(body.looks_like_article) << body.why_not;
  EXPECT_EQ(body.headline_in_tree, "Ferry sails again");
  EXPECT_EQ(body.completeness, model::Completeness::kFull);
  EXPECT_GT(body.confidence, 0.5);
}

TEST(BodyTest, SubheadingsAreParagraphsOfTheirOwn) {
  const Body body = BodyOf(Page(Paragraph(kFirst) + "<h2>A calm sea</h2>" +
                                Paragraph(kSecond) + Paragraph(kThird)),
                           Titled());

  EXPECT_THAT(body.paragraphs,
              ElementsAre(kFirst, "A calm sea", kSecond, kThird));
}

TEST(BodyTest, ADateLineIsNoParagraphButAHeadingIs) {
  const Body line =
      BodyOf(Page("<p>2 May 2023</p>" + Paragraph(kFirst) + Paragraph(kSecond)),
             Titled());
  const Body heading = BodyOf(
      Page("<h2>2 May 2023</h2>" + Paragraph(kFirst) + "<h2>3 May 2023</h2>" +
           Paragraph(kSecond) + Paragraph(kThird)),
      Titled());

  EXPECT_THAT(line.paragraphs, ElementsAre(kFirst, kSecond));
  EXPECT_THAT(heading.paragraphs,
              ElementsAre("2 May 2023", kFirst, "3 May 2023", kSecond, kThird));
}

TEST(BodyTest, LineBreaksMakeParagraphs) {
  const Body body =
      BodyOf(Page(std::string(kFirst) + "<br><br>" + std::string(kSecond) +
                  "<br><br>" + std::string(kThird)),
             Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, SingleLineBreaksBetweenLongLinesMakeParagraphs) {
  const Body body =
      BodyOf(Page(std::string(kFirst) + "<br>" + std::string(kSecond) +
                  "<br />\n" + std::string(kThird)),
             Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, LeavesOutWhatThePageHides) {
  const Body body =
      BodyOf(Page(Paragraph(kFirst) + Paragraph(kSecond) +
                  "<div style='display:none'><p>Readers of the paper travel at "
                  "half the price on the new ferry this summer.</p></div>" +
                  Paragraph(kThird)),
             Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, ReadsAHiddenArticleIfThePageShowsNoArticle) {
  constexpr std::string_view kTeaser =
      "<div class=teaser><a href=/seat>A seat of the council is empty</a><p>A "
      "member has left the council, and the town looks for somebody who wants "
      "to follow her before the end of May.</p></div>";
  std::string teasers;
  for (int i = 0; i < 5; ++i) teasers += kTeaser;
  const Body body =
      BodyOf("<body><article hidden><h1>Ferry sails again</h1>" + Story() +
                 "</article><aside class='sidebar related'><h3>More stories"
                 "</h3>" +
                 teasers + "</aside></body>",
             Titled());

  EXPECT_TRUE(body.looks_like_article) << body.why_not;
  EXPECT_THAT(body.paragraphs, IsSupersetOf({kFirst, kSecond, kThird}));
}

TEST(BodyTest, LeavesCaptionsShareBarsAndNewslettersOut) {
  const Body body = BodyOf(
      Page(Paragraph(kFirst) +
           "<figure><img src=x><figcaption>The harbour at dusk. Photo: Jane "
           "Doe</figcaption></figure>" +
           Paragraph(kSecond) +
           "<div class=share-buttons><a href=f>Facebook</a> <a "
           "href=t>Twitter</a></div><div class=newsletter-signup><p>Sign up "
           "for our newsletter</p></div>" +
           Paragraph(kThird)),
      Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, LeavesALabelOfTheFirstParagraphOut) {
  const Body body =
      BodyOf(Page("<p><time>3 May 2024</time>" + std::string(kFirst) + "</p>" +
                  Paragraph(kSecond) + Paragraph(kThird)),
             Titled());

  EXPECT_THAT(body.paragraphs, ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, LabelsOfSeveralParagraphsStayButCreditsDoNot) {
  const auto text = [](const std::string& label, std::string_view rest) {
    return "<p><span class=kicker>" + label + "</span> " + std::string(rest) +
           "</p>";
  };
  const Body body =
      BodyOf(Page(text("(c) Jane Doe", kFirst) + text("Captain", kSecond) +
                  text("Council", kThird)),
             Titled());

  EXPECT_THAT(body.paragraphs,
              ElementsAre(kFirst, "Captain " + std::string(kSecond),
                          "Council " + std::string(kThird)));
}

TEST(BodyTest, LeavesCommentsOut) {
  std::string page = Page(Story());
  page.insert(page.find("</main>"),
              "<section id=comments class=comments><h3>2 comments</h3><ol>"
              "<li class=comment><p>I took that ferry last year, and it was "
              "late then too, as it always has been in my life.</p><li "
              "class=comment><p>Good to hear that it is back, for all of us "
              "who live there and have to get to work.</p></ol></section>");

  EXPECT_THAT(BodyOf(page, Titled()).paragraphs,
              ElementsAre(kFirst, kSecond, kThird));
}

TEST(BodyTest, TheTitleIsNoParagraph) {
  const Body body =
      BodyOf(Page("<h2>Ferry sails again</h2>" + Story()), Titled());

  EXPECT_THAT(body.paragraphs, Not(Contains("Ferry sails again")));
}

TEST(BodyTest, ReadsNoscriptWhenThereIsNothingElse) {
  const Body body = BodyOf(
      "<body><div id=app></div><noscript>" + Page(Story()) + "</noscript>",
      Titled());

  EXPECT_EQ(body.method, "noscript");
  EXPECT_THAT(body.paragraphs, Contains(kSecond));
}

TEST(BodyTest, AnEmptyPageIsNoArticle) {
  const Body body = BodyOf("<html><body><script>app()</script></body></html>");

  EXPECT_FALSE(body.looks_like_article);
  EXPECT_THAT(body.why_not, HasSubstr("no text"));
}

TEST(BodyTest, AnErrorPageIsNoArticle) {
  BodyHints hints;
  hints.title = "404 – Page not found";

  const Body body = BodyOf(
      "<body><h1>Page not found</h1><p>The page that you asked for has moved "
      "or never was here. Please try the search or go back.</p></body>",
      hints);

  EXPECT_FALSE(body.looks_like_article);
}

TEST(BodyTest, AConsentWallIsNoArticle) {
  BodyHints hints;
  hints.title = "Example News";

  const Body body = BodyOf(
      "<body><div class=wall><h1>Your choice</h1><p>We and our partners use "
      "cookies to store and read personal data such as your address on this "
      "device, to show what suits you and to measure it.</p><p>You may "
      "withdraw your consent at any time under privacy policy, where all 400 "
      "partners and what they do with cookies are listed.</p></div></body>",
      hints);

  EXPECT_FALSE(body.looks_like_article);
}

TEST(BodyTest, RequestsAndScriptsAreNoPartOfAnArticle) {
  const std::string prose =
      "The ferry sailed again on Monday, three weeks after the storm had "
      "closed the harbour, and those who live on the island were glad of it.";
  const Body body =
      BodyOf("<body><article><p>We use cookies.</p><p>" + prose +
                 "</p><p>var slot = 'top';</p><p>" + prose +
                 " Shops had run out of flour.</p></article></body>",
             {});

  EXPECT_EQ(body.paragraphs.size(), 2);
  EXPECT_EQ(body.choices[0].rule, "a request to the reader");
  EXPECT_EQ(body.choices[2].rule, "the text of a script");
}

TEST(BodyTest, ASectionFrontIsNoArticle) {
  std::string page = "<body><main><h1>World</h1>";
  for (int i = 0; i < 12; ++i) {
    page +=
        "<div class=teaser><h3><a href=/x>The council will meet again</a></h3>"
        "<p>A short summary number " +
        std::to_string(i) +
        " of what is told at length behind the link above, in a sentence.</p>"
        "</div>";
  }
  BodyHints hints;
  hints.title = "World news";

  EXPECT_FALSE(BodyOf(page + "</main>", hints).looks_like_article);
}

TEST(BodyTest, APaywallLeavesAStub) {
  const Body body =
      BodyOf(Page(Paragraph(kFirst) + Paragraph(kSecond) +
                  "<div class=paywall><p>Subscribe to continue reading this "
                  "story</p></div>"),
             Titled());

  EXPECT_EQ(body.completeness, model::Completeness::kStub);
}

TEST(BodyTest, AnEllipsisAtTheEndMeansAnExcerpt) {
  const Body body = BodyOf(
      Page(
          Paragraph(kFirst) +
          Paragraph("Its captain said that the sea had been calm, and that "
                    "nobody on board had spoken a word before the lights […]")),
      Titled());

  EXPECT_EQ(body.completeness, model::Completeness::kExcerpt);
}

TEST(BodyTest, KeepsEveryBlockWithItsScore) {
  const Body body = BodyOf(Page(Story()), Titled());

  ASSERT_GE(body.outline.blocks.size(), 10U);
  EXPECT_EQ(body.scores.size(), body.outline.blocks.size());
  EXPECT_NE(body.outline.text.find(kSecond), std::string::npos);
}

TEST(BodyTest, HostilePagesCostLinearTime) {
  for (const std::string_view part :
       {"<div>", "<p>a", "<li><a href=x>b</a>", "<span class=a-b-c>x</span>",
        "<br>x", "<table><tr><td>a", "<p>Read more, a a a a a a a a a a a a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "<noscript>a"}) {
    std::string page;
    while (page.size() < 2'000'000) page += part;
    BodyHints hints;
    hints.title = std::string(2000, 'a');
    hints.authors.assign(100, std::string(200, 'a'));
    hints.description = std::string(100'000, 'a');
    hints.article_body = std::string(100'000, 'a');
    const auto begin = std::chrono::steady_clock::now();
    BodyOf(page, hints);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5))
        << part;
  }
}

TEST(BodyTest, HostileTextsCostLinearTime) {
  const auto many = [](std::string_view part) {
    std::string all;
    while (all.size() < 1'000'000) all += part;
    return all;
  };
  std::string articles;
  for (int i = 0; i < 1000; ++i) {
    articles += "<article class=a><h1>The next story " + std::to_string(i) +
                "</h1><p>By Jane Doe</p><time>2 May 2023</time>" + Story() +
                "</article>";
  }
  for (const std::string& part :
       {"<blockquote>" + many("…") + many("...") + "</blockquote>",
        "<p style='" + many(" ") + many(":") + "'>a",
        "<p>1<p>2<p>3<p>4<p style='" + many("left ") + many(" ") + "'>5",
        "<p>" + many("<q>"),
        "</div></article><article class='" + many("a ") + "'><h1>" +
            many("ab") + "</h1>" + Story() + "</article>" + articles}) {
    const std::string page = Page(Story() + part + Story());
    const auto begin = std::chrono::steady_clock::now();
    BodyOf(page, Titled());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5))
        << part.substr(0, 20);
  }
}

}  // namespace
}  // namespace newsmill::extract::body
