#include "extract/lexicon/date_words.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(DateWordsTest, TheLanguageDecidesBetweenMeanings) {
  const auto tokens = text::TokensOf("srp", 1);

  EXPECT_EQ(MonthAt(tokens, "cs").value, 8U);
  EXPECT_EQ(MonthAt(tokens, "hr").value, 7U);
  EXPECT_EQ(MonthAt(tokens, "").tokens, 0U);
}

TEST(DateWordsTest, TakesTheLongestName) {
  const auto tokens = text::TokensOf("تشرين الثاني 2022", 8);

  EXPECT_EQ(MonthAt(tokens, "ar").value, 11U);
  EXPECT_EQ(MonthAt(tokens, "ar").tokens, 2U);
}

TEST(DateWordsTest, KnowsNamesAndAbbreviations) {
  EXPECT_EQ(MonthNamed("january"), 1U);
  EXPECT_EQ(MonthNamed("sept"), 9U);
  EXPECT_EQ(MonthNamed("dec"), 12U);
}

TEST(DateWordsTest, KnowsTheCaseThatDatesUse) {
  EXPECT_EQ(MonthNamed("мая"), 5U);
  EXPECT_EQ(MonthNamed("stycznia"), 1U);
  EXPECT_EQ(MonthNamed("heinäkuuta"), 7U);
}

TEST(DateWordsTest, KnowsOtherScripts) {
  EXPECT_EQ(MonthNamed("ιουλίου"), 7U);
  EXPECT_EQ(MonthNamed("декабря"), 12U);
  EXPECT_EQ(MonthNamed("มกราคม"), 1U);
  EXPECT_EQ(MonthNamed("აპრილი"), 4U);
}

TEST(DateWordsTest, KnowsThePositionOfADurationWord) {
  const auto value = [](std::string_view text) {
    return DurationAt(text::TokensOf(text, 8)).value;
  };
  EXPECT_EQ(value("reading time"), kBeforeDuration);
  EXPECT_EQ(value("mins"), kAfterDuration);
  EXPECT_EQ(value("video"), kBeforeDuration | kAfterDuration);
  EXPECT_EQ(value("reading"), 0U);
}

TEST(DateWordsTest, FindsNothingForOtherWords) {
  EXPECT_EQ(MonthNamed("monday"), 0U);
  EXPECT_EQ(MonthNamed("January"), 0U) << "not folded";
  EXPECT_EQ(MonthNamed(""), 0U);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
