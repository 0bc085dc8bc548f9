#include "extract/metadata/page_topics.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Topics : ScannedPage {
  explicit Topics(std::string html) : ScannedPage(std::move(html)) {
    site.Add("Example Times");
    if (!scan.headings.empty()) evidence.headline = scan.headings[0];
  }
  std::string Section() {
    ReadSections(scan, data, site, evidence);
    return evidence.others.TakeFirst(Field::kSection);
  }
  std::vector<std::string> Tags() {
    ReadTags(scan, data, site, evidence);
    return evidence.tags.empty() ? std::vector<std::string>()
                                 : evidence.tags.front().names;
  }
  std::string Subtitle() {
    ReadSubtitles(scan, data, evidence);
    return evidence.others.TakeFirst(Field::kSubtitle);
  }
  std::string Summary(const std::string& of_feed) {
    ReadSummaries(scan, data, of_feed, evidence);
    return evidence.others.TakeFirst(Field::kSummary);
  }

  bylines::SiteNames site;
  PageEvidence evidence;
};

TEST(PageTopicsTest, TheSectionIsTheMetadataElseTheLastStepOfTheTrail) {
  EXPECT_EQ(Topics("<meta property=article:section content=Weather>").Section(),
            "Weather");
  EXPECT_EQ(Topics(LinkedDataScript(
                       R"({"@type":"BreadcrumbList","itemListElement":[
                       {"name":"Home"},{"name":"World"},{"name":"Rain"}]})"))
                .Section(),
            "World");
}

TEST(PageTopicsTest, RemovesWordsAroundTheLinkOfASection) {
  EXPECT_EQ(Topics("<span class=section>in <a href=/s>Sport</a></span>"
                   "<h1>Rain in May</h1>")
                .Section(),
            "Sport");
  EXPECT_EQ(Topics("<p class=section>Kategorien: <a href=/m>Mode</a>, "
                   "<a href=/f>Feste</a></p><h1>Rain in May</h1>")
                .Section(),
            "Mode");
}

TEST(PageTopicsTest, NeitherHomeNorTheSiteIsASection) {
  EXPECT_EQ(Topics("<meta property=article:section content=Home>").Section(),
            "");
  EXPECT_EQ(Topics("<meta property=article:section content='Example Times'>")
                .Section(),
            "");
}

TEST(PageTopicsTest, TagsAreShortAndNamedOnce) {
  EXPECT_THAT(Topics("<meta property=article:tag content='#Rain'>"
                     "<meta property=article:tag content=rain>"
                     "<meta property=article:tag content='Example Times'>"
                     "<meta property=article:tag content=Rivers>")
                  .Tags(),
              ElementsAre("Rain", "Rivers"));
}

TEST(PageTopicsTest, KeywordsCountWhereTheyAreAShortList) {
  EXPECT_THAT(Topics("<meta name=keywords content='rain, rivers'>").Tags(),
              ElementsAre("rain", "rivers"));
  EXPECT_THAT(Topics("<meta name=keywords content='rain'>").Tags(), IsEmpty());
}

TEST(PageTopicsTest, TheSubtitleStandsUnderTheHeadlineAndIsNamedSo) {
  EXPECT_EQ(Topics("<h1>Rain in May</h1>"
                   "<p class=subtitle>The wettest month for years</p>")
                .Subtitle(),
            "The wettest month for years");
  EXPECT_EQ(
      Topics("<h1>Rain in May</h1><p class=subtitle>Rain!</p>").Subtitle(), "");
}

TEST(PageTopicsTest, TheSummaryIsTheDescriptionElseTheFeeds) {
  EXPECT_EQ(Topics("<meta name=description content='It rained.'>")
                .Summary("<b>Feed</b>"),
            "It rained.");
  EXPECT_EQ(Topics("<p>x").Summary("<b>Feed</b>"), "Feed");
}

TEST(PageTopicsTest, AKickerWithoutABlankIsNotPartOfTheSubtitle) {
  const auto subtitle = [](const std::string& inner) {
    return Topics("<h1>Rain in May</h1><p class=subtitle>" + inner + "</p>")
        .Subtitle();
  };
  EXPECT_EQ(subtitle("<span>Lakes</span>The water is high"),
            "The water is high");
  EXPECT_EQ(subtitle("<span>Озёра</span>Вода стоит очень высоко"),
            "Вода стоит очень высоко");
  EXPECT_EQ(subtitle("<span>T</span>he water is high"), "The water is high");
  EXPECT_EQ(subtitle("<b>Lakes:</b> The water is high"),
            "Lakes: The water is high");
}

}  // namespace
}  // namespace newsmill::extract::metadata
