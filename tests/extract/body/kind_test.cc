#include "extract/body/kind.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

using testing::HasSubstr;

using model::Completeness;

constexpr std::string_view kProse =
    "<p>The ferry sailed again on Monday, three weeks after the storm had "
    "closed the harbour, and those who live on the island were glad of it.";

/// A page whose blocks up to `last` are all chosen.
struct Page : ParsedPage {
  explicit Page(std::string html, size_t last = SIZE_MAX, int32_t score = 100)
      : ParsedPage(std::move(html)),
        outline(OutlineOf(page, 1000)),
        facts(FactsOf(outline, {})),
        rows(FeaturesOf(outline, facts, {})),
        scores(rows.size(), score) {
    for (size_t i = 0; i < rows.size(); ++i) choices.push_back({i <= last, {}});
  }
  Completeness HowComplete() const {
    return CompletenessOf(outline, facts, {rows, scores, choices});
  }
  std::string WhyNot(const std::string& title) const {
    std::vector<std::string> paragraphs;
    for (size_t i = 0; i < choices.size(); ++i) {
      if (!choices[i].chosen) continue;
      paragraphs.emplace_back(outline.TextOf(outline.blocks[i]));
    }
    BodyHints hints;
    hints.title = title;
    return WhyNoArticle(outline, {rows, scores, choices}, hints, paragraphs);
  }

  Outline outline;
  PageFacts facts;
  std::vector<FeatureRow> rows;
  std::vector<int32_t> scores;
  Choices choices;
};

std::string Prose(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += kProse;
  return all;
}

TEST(BodyKindTest, ProseIsAnArticle) {
  EXPECT_EQ(Page(Prose(3)).WhyNot("Ferry sails again"), "");
}

TEST(BodyKindTest, AnErrorPageIsNone) {
  EXPECT_THAT(Page(Prose(1)).WhyNot("Page not found"), HasSubstr("error page"));
}

TEST(BodyKindTest, ARequestForConsentIsNone) {
  EXPECT_THAT(
      Page("<p>We and our partners store personal data such as cookies on your "
           "device, and we ask for your consent to do so on this page.")
          .WhyNot("Example Times"),
      HasSubstr("consent"));
}

TEST(BodyKindTest, AListOfSearchResultsIsNone) {
  std::string results;
  for (int i = 0; i < 3; ++i) {
    results += "<h3><a href=/>The ferry sails again</a></h3>";
    results += kProse;
  }

  EXPECT_THAT(Page(results).WhyNot("Search results for ferry"),
              HasSubstr("list"));
  EXPECT_EQ(Page(Prose(3)).WhyNot("Search results for the lost ferry"), "");
}

TEST(BodyKindTest, ARecipeOfCookiesIsAnArticle) {
  EXPECT_EQ(Page("<p>Beat the butter, add the oats, and bake the cookies for "
                 "twelve minutes, until the cookies are brown. Cookies keep "
                 "for a week.")
                .WhyNot("Oat cookies"),
            "");
}

/// Returns `count` lines of three words. Each line is between `open` and
/// `close`.
std::string Lines(int count, const std::string& open,
                  const std::string& close) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all += open;
    all += "the river sleeps,";
    all += close;
  }
  return all;
}

TEST(BodyKindTest, AcceptsProbableShortLines) {
  EXPECT_EQ(Page(Lines(9, "<p>", ""), SIZE_MAX, 2000).WhyNot("Song"), "");
  EXPECT_EQ(Page("<p>雨下了一整夜，" + Lines(9, "<p>", ""), SIZE_MAX, 2000)
                .WhyNot("歌"),
            "");
}

TEST(BodyKindTest, RejectsFewUnlikelyOrLinkedShortLines) {
  EXPECT_NE(Page(Lines(4, "<p>", ""), SIZE_MAX, 2000).WhyNot("Song"), "");
  EXPECT_NE(Page(Lines(9, "<p>", ""), SIZE_MAX, 100).WhyNot("Song"), "");
  EXPECT_NE(
      Page(Lines(9, "<p><a href=/>", "</a>"), SIZE_MAX, 2000).WhyNot("Song"),
      "");
}

TEST(BodyKindTest, APageWithoutABodyIsNone) {
  EXPECT_NE(Page("").WhyNot("Ferry sails again"), "");
}

TEST(BodyKindTest, ABodyIsFullUnlessSomethingSaysOtherwise) {
  EXPECT_EQ(Page(Prose(3)).HowComplete(), Completeness::kFull);
}

TEST(BodyKindTest, AnEllipsisAtTheEndMakesAnExcerpt) {
  EXPECT_EQ(Page(Prose(1) + "<p>And then […]").HowComplete(),
            Completeness::kExcerpt);
  EXPECT_EQ(Page(Prose(20) + "<p>And then …").HowComplete(),
            Completeness::kFull);
}

TEST(BodyKindTest, APaywallAfterAShortBodyMakesAStub) {
  const std::string wall = "<div class=paywall><p>Subscribe to read on</div>";

  EXPECT_EQ(Page(Prose(2) + wall, 1).HowComplete(), Completeness::kStub);
  EXPECT_EQ(
      Page(Prose(2) + "<div>Subscribe to our letter</div>", 1).HowComplete(),
      Completeness::kFull);
}

TEST(BodyKindTest, ALiveBlogIsNamedSo) {
  EXPECT_EQ(Page("<div class=liveblog>" + Prose(4)).HowComplete(),
            Completeness::kLive);
}

}  // namespace
}  // namespace newsmill::extract::body
