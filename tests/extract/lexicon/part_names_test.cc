#include "extract/lexicon/part_names.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(BodyNamesTest, ReadsWordsBetweenMarksAndWhereCaseTurns) {
  for (const std::string_view value :
       {"share-bar", "social_share", "topShareBar", "x share y"}) {
    EXPECT_TRUE(Has(PartNamesIn(value), NameClass::kShare)) << value;
  }
  EXPECT_FALSE(Has(PartNamesIn("shareholders"), NameClass::kShare));
}

TEST(BodyNamesTest, ReadsTwoWordsAsOne) {
  for (const std::string_view value :
       {"article-body", "articleBody", "article__body", "articlebody"}) {
    EXPECT_TRUE(Has(PartNamesIn(value), NameClass::kBody)) << value;
  }
  EXPECT_FALSE(Has(PartNamesIn("article wide body"), NameClass::kBody));
}

TEST(BodyNamesTest, AWordMayBelongToSeveralClasses) {
  const NameSet names = PartNamesIn("hero");

  EXPECT_TRUE(Has(names, NameClass::kFigure));
  EXPECT_TRUE(Has(names, NameClass::kHeader));
}

TEST(BodyNamesTest, ElementsSpeakForThemselves) {
  EXPECT_TRUE(Has(NamesOf(html::Tag::kFigcaption), NameClass::kCaptionElement));
  EXPECT_TRUE(Has(NamesOf(html::Tag::kFooter), NameClass::kFooter));
  EXPECT_EQ(NamesOf(html::Tag::kP), 0U);
}

TEST(BodyNamesTest, KnowsWhatOnlyScreenReadersRead) {
  EXPECT_TRUE(NamesOffscreen("icon sr-only"));
  EXPECT_TRUE(NamesOffscreen("screen-reader-text"));
  EXPECT_FALSE(NamesOffscreen("not-sr-only"));
  EXPECT_FALSE(NamesOffscreen("hidden-mobile"));
}

}  // namespace
}  // namespace newsmill::extract::lexicon
