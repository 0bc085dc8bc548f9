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
  explicit Page(std::string html, size_t last = SIZE_MAX)
      : ParsedPage(std::move(html)),
        outline(OutlineOf(page, 1000)),
        facts(FactsOf(outline, {})),
        rows(FeaturesOf(outline, facts, {})),
        scores(rows.size(), 100) {
    for (size_t i = 0; i < rows.size(); ++i) chosen.push_back(i <= last);
  }
  Completeness HowComplete() const {
    return CompletenessOf(outline, facts, {rows, scores, chosen});
  }
  std::string WhyNot(const std::string& title) const {
    std::vector<std::string> paragraphs;
    for (size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i]) continue;
      paragraphs.emplace_back(outline.TextOf(outline.blocks[i]));
    }
    BodyHints hints;
    hints.title = title;
    return WhyNoArticle(outline, {rows, scores, chosen}, hints, paragraphs);
  }

  Outline outline;
  PageFacts facts;
  std::vector<FeatureRow> rows;
  std::vector<int32_t> scores;
  std::vector<bool> chosen;
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
  EXPECT_THAT(Page(Prose(3)).WhyNot("Search results for ferry"),
              HasSubstr("list"));
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
