#include <gtest/gtest.h>

#include "tests/extract/metadata/page_fixture.h"

namespace newsmill::extract::metadata {
namespace {

TEST(PageTitleTest, AHeadingThatLeadsToTheFrontPageIsNoTitle) {
  for (const char* heading :
       {"<h1><a href=/>Notes on Water</a></h1>",
        "<h1><span><a href=http://example.com>Notes on Water</a></span></h1>",
        "<a href=https://www.example.com/><h1>Notes on Water</h1></a>"}) {
    for (const char* title :
         {"Notes on Water: Rain in May", "Rain in May | Notes on Water"}) {
      EXPECT_EQ(MetadataOf("<title>" + std::string(title) + "</title>" +
                           heading + "<h2>Rain in May</h2>")
                    .title,
                "Rain in May")
          << heading << title;
    }
  }
  EXPECT_EQ(MetadataOf("<title>Rain in May</title>"
                       "<h1><a href=/rain>Rain in May</a></h1>")
                .title,
            "Rain in May");
}

TEST(PageTitleTest, ALongHeadingIsTheTitleWhereOpenGraphCutsIt) {
  const std::string begin =
      "Rain in May wets the land and fills all of the lakes of the country";
  std::string whole = begin;
  while (whole.size() < 220) whole += " and the rivers";
  const auto title = [&](const std::string& open_graph) {
    return MetadataOf("<meta property=og:title content='" + open_graph +
                      "'><h1>" + whole + "</h1>")
        .title;
  };

  EXPECT_EQ(title(begin + " ..."), whole);
  EXPECT_EQ(title(begin), begin);
}

TEST(PageTitleTest, TakesTheHeadingThatReadersSee) {
  EXPECT_EQ(MetadataOf("<title>Rain forecast for May 2024 explained</title>"
                       "<meta property=og:title content='Rain forecast for May "
                       "2024 explained'><h1>The rain of May</h1>")
                .title,
            "The rain of May");
}

TEST(PageTitleTest, DoesNotTakeAHeadingAboutSomethingElse) {
  EXPECT_EQ(MetadataOf("<title>Rain in May | Example</title>"
                       "<meta property=og:title content='Rain in May'>"
                       "<h1>Contact us</h1>")
                .title,
            "Rain in May");
}

TEST(PageTitleTest, LeavesOutTheKickerThatOpenGraphLeavesOut) {
  EXPECT_EQ(MetadataOf("<title>Olympics: Gold for the rain makers</title>"
                       "<meta property=og:title content='Gold for the rain "
                       "makers'><h1>Olympics: Gold for the rain makers</h1>")
                .title,
            "Gold for the rain makers");
}

TEST(PageTitleTest, KeepsTheBeginningThatOnlyTheTitleElementLeavesOut) {
  EXPECT_EQ(
      MetadataOf(
          PageInput{.html = "<title>Farmers speak of a drought</title>"
                            "<meta property=og:title content='No more rain: "
                            "Farmers speak of a drought'><h1>No more rain: "
                            "Farmers speak of a drought</h1>",
                    .url = "https://example.com/farmers-speak-of-a-drought"})
          .title,
      "No more rain: Farmers speak of a drought");
}

TEST(PageTitleTest, WritesItAsTheHeadingDoes) {
  const std::string metas =
      "<title>Rain - a guide</title><meta property=og:title content='Rain - a "
      "guide'>";
  EXPECT_EQ(MetadataOf(metas + "<h1>Rain: a guide</h1>").title,
            "Rain: a guide");
  EXPECT_EQ(MetadataOf(metas + "<h1>RAIN: A GUIDE</h1>").title,
            "Rain - a guide");
  EXPECT_EQ(MetadataOf(metas + "<h1>Rain<span>-</span>a guide</h1>").title,
            "Rain - a guide");
}

TEST(PageTitleTest, AHeadingThatNamesTheBlogIsNoHeadline) {
  EXPECT_EQ(MetadataOf("<title>Weather Diary: The rain of May</title>"
                       "<meta property=og:title content='The rain of May'>"
                       "<h1>Weather Diary</h1>")
                .title,
            "The rain of May");
}

TEST(PageTitleTest, AParagraphInAHeadingIsNoHeadline) {
  std::string paragraph = "Learn of the rain of May, and of floods. ";
  for (int i = 0; i < 3; ++i) paragraph += paragraph;
  EXPECT_EQ(
      MetadataOf("<title>The rain of May</title><h1>" + paragraph + "</h1>")
          .title,
      "The rain of May");
}

TEST(PageTitleTest, FindsTheHeadlineInALowerHeading) {
  EXPECT_EQ(MetadataOf("<title>The rain of May</title><h1>A banner</h1><p>" +
                       std::string(3'000, 'x') +
                       "</p><h2>The rain of May</h2>"
                       "<p class=byline>Jane Doe</p>")
                .authors,
            (std::vector<std::string>{"Jane Doe"}));
}

TEST(PageTitleTest, IsEmptyWhereOnlyTheSiteIsNamed) {
  EXPECT_EQ(MetadataOf("<meta property=og:site_name content='Example Times'>"
                       "<title>Example Times</title>")
                .title,
            "");
}

TEST(PageTitleTest, RemovesABylineOrADateFromAHeading) {
  EXPECT_EQ(MetadataOf("<h1>Rain falls on hills <small>By Ana Roth</small>"
                       "</h1>")
                .title,
            "Rain falls on hills");
  EXPECT_EQ(
      MetadataOf("<h1>Rain falls on hills <span>12 May 2024</span></h1>").title,
      "Rain falls on hills");
}

TEST(PageTitleTest, RecognizesADateInAHeadingByTheLanguageOfThePage) {
  EXPECT_EQ(MetadataOf("<html lang=de><h1><span>05/04/2022</span> Regen fällt "
                       "auf alle Hügel</h1>")
                .title,
            "Regen fällt auf alle Hügel");
  EXPECT_EQ(MetadataOf("<html lang=ar><h1><span>٥ أبريل ٢٠٢٢</span> المطر يهطل "
                       "على التلال</h1>")
                .title,
            "المطر يهطل على التلال");
}

TEST(PageTitleTest, RemovesAKickerFromAHeading) {
  EXPECT_EQ(MetadataOf("<h1><span class=kicker>Weather :</span> Rain falls on "
                       "hills</h1>")
                .title,
            "Rain falls on hills");
}

TEST(PageTitleTest, TheApplicationNameMayBeTheHeadline) {
  EXPECT_EQ(MetadataOf("<meta name=application-name content='Rain falls on "
                       "hills'><meta property=og:title content='Rain falls on "
                       "hills'><title>Rain falls on hills</title>")
                .title,
            "Rain falls on hills");
}

TEST(PageTitleTest, TheAlternativeHeadlineIsNotTheHeadline) {
  EXPECT_EQ(MetadataOf("<title>Rain on hills</title>"
                       "<meta property=og:title content='Rain falls on all "
                       "hills'><h1 itemprop=alternativeHeadline>Rain on hills"
                       "</h1><h2 itemprop=headline>Rain falls on all hills"
                       "</h2>")
                .title,
            "Rain falls on all hills");
}

TEST(PageTitleTest, ASectionAboveTheHeadlineIsNotTheHeadline) {
  EXPECT_EQ(MetadataOf("<title>Rain falls on all the hills : Wind & Weather"
                       "</title><h1>Wind &amp; Weather</h1>"
                       "<h2>Rain falls on all the hills</h2>")
                .title,
            "Rain falls on all the hills");
}

TEST(PageTitleTest, TheTextOfTheLinkToTheHomePageIsNotTheTitle) {
  const std::string home = "<header><a href=/>River Post</a></header>";
  EXPECT_EQ(
      MetadataOf("<title>River Post – Goose stops all trains</title>" + home +
                 "<h1>River Post</h1>"
                 "<h2>Goose stops all trains</h2>")
          .title,
      "Goose stops all trains");
  EXPECT_EQ(MetadataOf("<title>The long way home</title><a href=/>home</a>"
                       "<h1>The long way home</h1>")
                .title,
            "The long way home");
}

TEST(PageTitleTest, RemovesLinksAndButtonsThatOtherTitlesDoNotHave) {
  const auto title = [](const std::string& inner, const std::string& whole) {
    return MetadataOf("<title>" + whole + "</title><h1>" + inner + "</h1>")
        .title;
  };
  const std::string known = "Goose stops all trains";
  EXPECT_EQ(title(known + " <a href='#c'>7 comments</a>", known), known);
  EXPECT_EQ(title(known + " <span class=share>Teilen</span>",
                  known + " | River Post"),
            known);
  EXPECT_EQ(title("<span>Live</span> " + known, known), known);
  EXPECT_EQ(title("<em>Goose</em> stops all trains", known), known);
  EXPECT_EQ(title("Goose stops <em>again</em>", "River Post"),
            "Goose stops again");
}

TEST(PageTitleTest, TakesTheBlanksOfAnotherSourceBesideAColon) {
  EXPECT_EQ(MetadataOf("<title>Birds: Goose stops all trains | River Post"
                       "</title><h1><span class=kicker>Birds</span> "
                       "<span>:</span> Goose stops all trains</h1>")
                .title,
            "Birds: Goose stops all trains");
}

TEST(PageTitleTest, KeepsTheFrenchBlankBeforeAColon) {
  EXPECT_EQ(MetadataOf("<title>Crue: une oie arrête les trains | Le Lac"
                       "</title><h1>Crue : une oie arrête les trains</h1>")
                .title,
            "Crue : une oie arrête les trains");
}

}  // namespace
}  // namespace newsmill::extract::metadata
