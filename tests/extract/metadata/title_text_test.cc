#include "extract/metadata/title_text.h"

#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

bylines::SiteNames Site(std::string_view name) {
  bylines::SiteNames site;
  site.Add(name);
  return site;
}

TEST(TitleTextTest, DropsTheSiteBehindAndBefore) {
  const bylines::SiteNames site = Site("Example Times");
  EXPECT_EQ(WithoutSiteName("Rain in May | Example Times", "", site),
            "Rain in May");
  EXPECT_EQ(
      WithoutSiteName("Rain in May - Weather - The Example Times", "", site),
      "Rain in May - Weather");
  EXPECT_EQ(WithoutSiteName("Example Times: Rain in May", "", site),
            "Rain in May");
  EXPECT_EQ(WithoutSiteName("Rain in May ‹ Example Times", "", site),
            "Rain in May");
}

TEST(TitleTextTest, KeepsADashThatBelongsToTheHeadline) {
  EXPECT_EQ(
      WithoutSiteName("Rain - and what comes after", "", Site("Example Times")),
      "Rain - and what comes after");
}

TEST(TitleTextTest, DropsASectionBehindABar) {
  EXPECT_EQ(WithoutSiteName("Rain wets the whole land | World News", "",
                            Site("Example Times")),
            "Rain wets the whole land");
}

TEST(TitleTextTest, DropsTheSiteBehindAnEastAsianColon) {
  EXPECT_EQ(
      WithoutSiteName("五月の雨、各地で続く：例の新聞", "", Site("例の新聞")),
      "五月の雨、各地で続く");
}

TEST(TitleTextTest, RemovesTheSiteAfterUnusualBars) {
  for (const std::string bar : {" ᅵ ", "｜", " ∙ ", " ❘ ", "丨"}) {
    EXPECT_EQ(WithoutSiteName("Rain falls on hills" + bar + "Example Times", "",
                              Site("Example Times")),
              "Rain falls on hills")
        << bar;
  }
}

}  // namespace
}  // namespace newsmill::extract::metadata
