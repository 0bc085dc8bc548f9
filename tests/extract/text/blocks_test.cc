#include "extract/text/blocks.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> TextsOf(const std::vector<Block>& blocks) {
  std::vector<std::string> texts;
  texts.reserve(blocks.size());
  for (const Block& block : blocks) texts.push_back(block.text);
  return texts;
}

TEST(LinesTest, AnyKindOfBreakIsOne) {
  EXPECT_THAT(TextsOf(LinesOf("a\nb\r\nc\rd\xE2\x80\xA8"
                              "e\n\n\n",
                              100)),
              ElementsAre("a", "b", "c", "d", "e"));
}

TEST(LinesTest, WhiteSpaceOfAnyKindIsOneBlank) {
  EXPECT_THAT(TextsOf(LinesOf("\xC2\xA0 a \t\xE3\x80\x80 b\xE2\x80\x8B \n", 9)),
              ElementsAre("a b"));
}

TEST(LinesTest, KnowsWhichLinesFollowAnEmptyOne) {
  const auto lines = LinesOf("a\nb\n \nc", 9);

  EXPECT_FALSE(lines[1].after_blank);
  EXPECT_TRUE(lines[2].after_blank);
}

TEST(HardWrapTest, JoinsLinesThatTheNextWordWouldHaveOverrun) {
  const auto blocks = WithoutHardWraps(LinesOf(
      "The council of the valley voted on Tuesday for the first time in\n"
      "nine years on a plan to reopen the old quarry, and most of those who\n"
      "spoke that evening were against it, for reasons that they gave in\n"
      "detail. The vote was close.\n"
      "A second vote will follow in the spring, when the new members of the\n"
      "council have taken their seats.\n",
      99));

  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_TRUE(blocks[0].text.ends_with("The vote was close."));
  EXPECT_TRUE(blocks[1].text.starts_with("A second vote will follow"));
}

TEST(HardWrapTest, LeavesParagraphsOfOneLineAlone) {
  const auto lines = LinesOf(
      "The first of the paragraphs ends here with a full stop as it should.\n"
      "The second of the paragraphs is as long as the first one, more or so.\n"
      "The third of the paragraphs is of the very same length, give or take.\n"
      "The fourth of the paragraphs closes a text that was never broken up.\n",
      99);

  EXPECT_EQ(WithoutHardWraps(lines).size(), 4U);
}

TEST(HardWrapTest, AHyphenAtTheEndOfALineKeepsItsWordTogether) {
  const auto blocks = WithoutHardWraps(LinesOf(
      "Talks on the harbour went on for most of the night in the town-\n"
      "house of the old port, where delegates of four islands had met to\n"
      "settle the fishing rights that had divided them for so many years\n"
      "without an end.\n",
      99));

  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_NE(blocks[0].text.find("town-house"), std::string::npos);
}

TEST(MeasureTest, CountsColumnsWordsAndLetters) {
  const Measure latin = MeasureOf("It's ten-past 9!");
  EXPECT_EQ(latin.columns, 16);
  EXPECT_EQ(latin.words, 3);
  const Measure wide = MeasureOf("青石日报");
  EXPECT_EQ(wide.columns, 8);
  EXPECT_EQ(wide.words, 2);
}

TEST(SentenceTest, EndsInTheMarksOfManyScripts) {
  for (const std::string_view text :
       {"Yes.", "“Yes.”", "Yes. (Reuters)", "是。", "真的？」", "نعم؟", "हाँ।",
        "Yes…"}) {
    EXPECT_TRUE(EndsSentence(text)) << text;
  }
  EXPECT_FALSE(EndsSentence("A headline"));
  EXPECT_FALSE(EndsSentence("A headline (video)"));
}

}  // namespace
}  // namespace newsmill::extract::text
