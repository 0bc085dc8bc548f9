#include "extract/body/features.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

struct Rows : ParsedPage {
  explicit Rows(std::string html, const BodyHints& hints = {})
      : ParsedPage(std::move(html)),
        outline(OutlineOf(page, 1000)),
        rows(FeaturesOf(outline, FactsOf(outline, hints), hints)) {}
  int At(size_t block, Feature feature) const {
    return rows.at(block).At(feature);
  }

  Outline outline;
  std::vector<FeatureRow> rows;
};

TEST(BodyFeaturesTest, ARowForEachBlockSaysWhatItIs) {
  const Rows read("<h2>Rain</h2><p>It rained.</p><ul><li>All day</ul>");

  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.At(0, Feature::kHeadingLevel), 2);
  EXPECT_EQ(read.At(1, Feature::kIsP), 1);
  EXPECT_EQ(read.At(1, Feature::kEndsSentence), 1);
  EXPECT_EQ(read.At(2, Feature::kIsLi), 1);
}

TEST(BodyFeaturesTest, SharesArePercent) {
  const Rows read("<p>one two three <a href=x>four</a></p>");

  EXPECT_NEAR(read.At(0, Feature::kLinkPercent), 25, 5);
  EXPECT_EQ(read.At(0, Feature::kLinks), 1);
}

TEST(BodyFeaturesTest, KnowsWhereTheTitleStands) {
  BodyHints hints;
  hints.title = "Ferry sails again";
  const Rows read("<p>Menu</p><h1>Ferry sails again</h1><p>It sailed.</p>",
                  hints);

  EXPECT_EQ(read.At(1, Feature::kIsTitle), 1);
  EXPECT_EQ(read.At(1, Feature::kTitleOverlap), 100);
  EXPECT_EQ(read.At(0, Feature::kAfterTitle), 0);
  EXPECT_EQ(read.At(2, Feature::kAfterTitle), 1);
  EXPECT_EQ(read.At(2, Feature::kFromTitle), 1);
}

TEST(BodyFeaturesTest, KnowsLinesOfAuthorsAndDates) {
  BodyHints hints;
  hints.authors = {"Jane Doe"};
  const Rows read("<p>By Jane Doe</p><p>3 May 2024</p><p>It rained.</p>",
                  hints);

  EXPECT_EQ(read.At(0, Feature::kNamesAuthor), 1);
  EXPECT_EQ(read.At(1, Feature::kShowsDate), 1);
  EXPECT_EQ(read.At(2, Feature::kNamesAuthor), 0);
  EXPECT_EQ(read.At(2, Feature::kShowsDate), 0);
}

TEST(BodyFeaturesTest, SaysHowFarUpAnElementOfAClassIs) {
  const Rows read("<div class=share><div><p>Share</p></div></div><p>x</p>");
  const int share = kFirstDistance + static_cast<int>(lexicon::Part::kShare);

  EXPECT_EQ(read.rows[0].At(share), 2);
  EXPECT_EQ(read.rows[1].At(share), kNowhere);
}

TEST(BodyFeaturesTest, CountsTextsThatAreRepeated) {
  const Rows read("<p>Read more</p><p>It rained.</p><p>Read more</p>");

  EXPECT_EQ(read.At(0, Feature::kRepeats), 2);
  EXPECT_EQ(read.At(1, Feature::kRepeats), 1);
}

TEST(BodyFeaturesTest, ALargeValueIsHeldWithinItsType) {
  FeatureRow row;
  row.Set(Feature::kWords, 1'000'000);
  row.Set(Feature::kFromTitle, -1'000'000);

  EXPECT_EQ(row.At(Feature::kWords), INT16_MAX);
  EXPECT_LT(row.At(Feature::kFromTitle), -1000);
}

}  // namespace
}  // namespace newsmill::extract::body
