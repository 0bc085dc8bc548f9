#include "page_topics.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "scanned_page.h"

namespace newsmill::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Topics : ScannedPage {
  explicit Topics(std::string html) : ScannedPage(std::move(html)) {
    site.Add("Example Times");
    if (!scan.headings.empty()) headline = scan.headings[0];
  }
  std::string Section() const {
    return ReadSection(scan, data, headline, site, nullptr);
  }
  std::vector<std::string> Tags() const {
    return ReadTags(scan, data, site, nullptr);
  }
  std::string Subtitle() const {
    return ReadSubtitle(scan, data, headline, "Rain in May", nullptr);
  }

  SiteNames site;
  Mark headline;
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
  EXPECT_EQ(Topics("<h1>Rain in May</h1><p class=subtitle>Rain in May!</p>")
                .Subtitle(),
            "");
}

TEST(PageTopicsTest, TheSummaryIsTheDescriptionElseTheFeeds) {
  const Topics described("<meta name=description content='It rained.'>");
  const Topics bare("<p>x");

  EXPECT_EQ(ReadSummary(described.scan, described.data, "<b>Feed</b>", nullptr),
            "It rained.");
  EXPECT_EQ(ReadSummary(bare.scan, bare.data, "<b>Feed</b>", nullptr), "Feed");
}

}  // namespace
}  // namespace newsmill::extract
