#include "extract/body/select.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

constexpr std::string_view kProse =
    "<p>The ferry sailed again on Monday, three weeks after the storm had "
    "closed the harbour, and those who live on the island were glad of it.";

/// Selects from a page whose blocks have these scores.
std::vector<bool> Select(std::string html, const std::vector<int32_t>& scores,
                         const BodyHints& hints = {}) {
  const ParsedPage parsed(std::move(html));
  const Outline outline = OutlineOf(parsed.page, 1000);
  EXPECT_EQ(outline.blocks.size(), scores.size());
  const PageFacts facts = FactsOf(outline, hints);
  const std::vector<FeatureRow> rows = FeaturesOf(outline, facts, hints);
  const auto selected =
      SelectBlocks({parsed.page, outline, facts, rows, hints}, scores);
  std::vector<bool> chosen;
  for (const Choice& choice : selected.choices) {
    chosen.push_back(choice.chosen);
  }
  return chosen;
}

std::string Prose(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += kProse;
  return all;
}

TEST(BodySelectTest, TakesBlocksWithAScoreAboveZero) {
  EXPECT_THAT(Select(Prose(3), {10, -10, 10}), ElementsAre(true, false, true));
}

TEST(BodySelectTest, TheTitleIsNoPartOfTheBody) {
  BodyHints hints;
  hints.title = "Ferry sails again";

  EXPECT_THAT(Select("<h1>Ferry sails again</h1>" + Prose(1), {10, 10}, hints),
              ElementsAre(false, true));
}

TEST(BodySelectTest, ABylineBeforeTheProseIsDropped) {
  BodyHints hints;
  hints.authors = {"Jane Doe"};

  EXPECT_THAT(Select("<p>Jane Doe</p><p>3 May 2024</p>" + Prose(1),
                     {10, 10, 10}, hints),
              ElementsAre(false, false, true));
}

TEST(BodySelectTest, AHeadingAtTheEndIsDropped) {
  EXPECT_THAT(Select(Prose(1) + "<h2>Harbour</h2>" + Prose(1) + "<h2>More</h2>",
                     {10, 10, 10, 10}),
              ElementsAre(true, true, true, false));
}

TEST(BodySelectTest, AHeadingIsDroppedWithTheRequestAfterIt) {
  EXPECT_THAT(Select(Prose(2) + "<h2>Your privacy</h2><p>We use cookies.</p>",
                     {10, 10, 10, 10}),
              ElementsAre(true, true, false, false));
}

TEST(BodySelectTest, AHeadingIsDroppedWithTheChartAfterIt) {
  EXPECT_THAT(
      Select(Prose(2) + "<h2>In numbers</h2><figure><p>Trips</p><p>400</p>"
                        "<p>300</p><p>2021</p></figure>",
             {10, 10, 10, 10, 10, 10, 10}),
      ElementsAre(true, true, false, false, false, false, false));
}

TEST(BodySelectTest, ABodyOfOneLongHeadingStays) {
  EXPECT_THAT(Select("<h2>The ferry sailed again on Monday, three weeks after "
                     "the storm had closed the harbour.</h2>",
                     {-100}),
              ElementsAre(true));
}

TEST(BodySelectTest, KeepsCodeBetweenBlocksOfTheBody) {
  constexpr std::string_view kCode = "<pre><code>sail()</code></pre>";
  const std::string code(kCode);

  EXPECT_THAT(Select(Prose(1) + code + "<div>" + code + "</div>" + Prose(1),
                     {10, -10, -10, 10}),
              ElementsAre(true, true, true, true));
  EXPECT_THAT(Select(code + Prose(1) + code + Prose(1) + code,
                     {-10, 10, -10, -10, -10}),
              ElementsAre(false, true, false, false, false));
  EXPECT_THAT(
      Select(Prose(1) + code + "<div>" + Prose(1) + "</div>", {10, -10, 10}),
      ElementsAre(true, false, true));
}

TEST(BodySelectTest, KeepsABoldLineBetweenParagraphs) {
  const auto is_kept = [](const std::string& line, int32_t score) -> bool {
    return Select(Prose(1) + line + Prose(1), {10, score, 10})[1];
  };
  EXPECT_TRUE(is_kept("<div><b>A close vote</b></div>", -300));
  EXPECT_TRUE(is_kept("<p><strong>僅差の採決</strong></p>", -300));

  EXPECT_FALSE(is_kept("<div><b>A close vote</b></div>", -2000));
  EXPECT_FALSE(is_kept("<div>A close vote</div>", -300));
  EXPECT_FALSE(is_kept("<div><b><a href=/v>A close vote</a></b></div>", -300));
  EXPECT_FALSE(is_kept("<div><b>Read more</b></div>", -300));
  EXPECT_FALSE(is_kept("<div><div><b>A close vote</b></div></div>", -300));
}

TEST(BodySelectTest, WithoutAProbableBlockTakesTheMostProbableProse) {
  EXPECT_THAT(Select(Prose(3), {-500, -100, -2000}),
              ElementsAre(true, true, false));
}

TEST(BodySelectTest, AFewLinesDoNotReplaceProse) {
  EXPECT_THAT(Select("<p>Free again</p>" + Prose(1), {10, -100}),
              ElementsAre(true, true));
  EXPECT_THAT(Select("<p>Free again</p>" + Prose(1), {10, -900}),
              ElementsAre(true, false));
  EXPECT_THAT(Select(Prose(1) + Prose(1), {10, -100}),
              ElementsAre(true, false));
}

TEST(BodySelectTest, BlocksWithVeryLowScoresAreNoBody) {
  EXPECT_THAT(Select(Prose(2), {-5000, -6000}), ElementsAre(false, false));
}

}  // namespace
}  // namespace newsmill::extract::body
