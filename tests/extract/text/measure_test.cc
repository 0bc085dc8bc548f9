#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(MeasureTest, AnApostropheOrAHyphenJoinsOneWord) {
  EXPECT_EQ(MeasureOf("don't well-known it’s").words, 3);
  EXPECT_EQ(MeasureOf("and - or").words, 2);
}

TEST(MeasureTest, LettersAreLettersAndDigits) {
  EXPECT_EQ(MeasureOf("No. 7, été!").letters, 6);
}

TEST(MeasureTest, MarksOfAScriptBelongToItsWords) {
  const Measure hindi = MeasureOf("नदी का पुल");

  EXPECT_EQ(hindi.words, 3);
  EXPECT_FALSE(hindi.has_wide);
}

TEST(MeasureTest, TwoWideCharactersCountAsOneWord) {
  const Measure chinese = MeasureOf("新桥开通");

  EXPECT_EQ(chinese.words, 2);
  EXPECT_EQ(chinese.columns, 8);
  EXPECT_TRUE(chinese.has_wide);
}

TEST(MeasureTest, KnowsWhetherThereAreSmallLetters) {
  EXPECT_TRUE(MeasureOf("MOSTLY CAPITALs").has_lower);
  EXPECT_FALSE(MeasureOf("ALL 7 CAPITALS").has_lower);
  EXPECT_TRUE(MeasureOf("МОСТ открыт").has_lower);
}

TEST(MeasureTest, NothingMeasuresNothing) {
  const Measure nothing = MeasureOf("");

  EXPECT_EQ(nothing.columns, 0);
  EXPECT_EQ(nothing.words, 0);
  EXPECT_EQ(nothing.letters, 0);
}

}  // namespace
}  // namespace newsmill::extract::text
