#include "extract/lexicon/part_names.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(PartNamesTest, ReadsWordsBetweenMarksAndWhereCaseTurns) {
  for (const std::string_view value :
       {"share-bar", "social_share", "topShareBar", "x share y"}) {
    EXPECT_TRUE(Has(PartsNamed(value), Part::kShare)) << value;
  }
  EXPECT_FALSE(Has(PartsNamed("shareholders"), Part::kShare));
}

TEST(PartNamesTest, ReadsTwoWordsAsOne) {
  for (const std::string_view value :
       {"article-body", "articleBody", "article__body", "articlebody"}) {
    EXPECT_TRUE(Has(PartsNamed(value), Part::kBody)) << value;
  }
  EXPECT_FALSE(Has(PartsNamed("article wide body"), Part::kBody));
}

TEST(PartNamesTest, AWordMayNameSeveralParts) {
  const PartSet parts = PartsNamed("hero");

  EXPECT_TRUE(Has(parts, Part::kFigure));
  EXPECT_TRUE(Has(parts, Part::kHeader));
}

TEST(PartNamesTest, TagsNameTheirParts) {
  EXPECT_TRUE(Has(PartsOf(html::Tag::kFigcaption), Part::kCaptionElement));
  EXPECT_TRUE(Has(PartsOf(html::Tag::kFooter), Part::kFooter));
  EXPECT_EQ(PartsOf(html::Tag::kP), 0U);
}

TEST(PartNamesTest, KnowsWhatOnlyScreenReadersRead) {
  EXPECT_TRUE(NamesOffscreen("icon sr-only"));
  EXPECT_TRUE(NamesOffscreen("screen-reader-text"));
  EXPECT_FALSE(NamesOffscreen("not-sr-only"));
  EXPECT_FALSE(NamesOffscreen("hidden-mobile"));
}

TEST(PartNamesTest, TwoWordsTogetherNameNoNarrowerPart) {
  EXPECT_TRUE(Has(PartsNamed("postdate"), Part::kDate));
  EXPECT_TRUE(Has(PartsNamed("post-author"), Part::kAuthor));
  EXPECT_FALSE(Has(PartsNamed("entry-title"), Part::kAuthor));
  EXPECT_TRUE(Has(PartsNamed("article-title"), Part::kTitle));
  EXPECT_TRUE(Has(PartsNamed("sub-title"), Part::kHeadline));
}

TEST(PartNamesTest, AStyleInBracketsNamesNoNarrowerPart) {
  EXPECT_TRUE(Has(PartsNamed("sidebar"), Part::kSide));
  EXPECT_FALSE(Has(PartsNamed("[grid-area:sidebar]"), Part::kSide));
}

TEST(PartNamesTest, PropertiesNameTheirParts) {
  EXPECT_EQ(PartsOfProperty("datePublished"),
            SetOf(Part::kDate, Part::kPublished));
  EXPECT_EQ(PartsOfProperty("https://schema.org/author"), SetOf(Part::kAuthor));
  EXPECT_EQ(PartsOfProperty("wordCount"), PartSet{0});
}

}  // namespace
}  // namespace newsmill::extract::lexicon
