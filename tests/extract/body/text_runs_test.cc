#include "extract/body/text_runs.h"

#include <initializer_list>
#include <string>

#include "extract/body/outline.h"
#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

struct Written {
  std::string text;
  TextBlock block;
};

Written BlockOf(std::initializer_list<std::string_view> texts) {
  Written written;
  BlockWriter writer;
  for (const std::string_view text : texts) writer.Write(text, written.text);
  EXPECT_TRUE(writer.EndBlock(written.text, written.block));
  return written;
}

TEST(BodyTextTest, BlanksCollapseAcrossTexts) {
  EXPECT_EQ(BlockOf({" It ", "\n rained", "\u00A0", "all day. "}).text,
            "It rained all day.");
  EXPECT_EQ(BlockOf({"up", "stairs"}).text, "upstairs");
}

TEST(BodyTextTest, InvisibleCharactersAreDropped) {
  EXPECT_EQ(BlockOf({"co\u00ADop\u200B\uFEFF"}).text, "coop");
}

TEST(BodyTextTest, ABlankBlockIsNone) {
  std::string text;
  TextBlock block;
  BlockWriter writer;

  EXPECT_FALSE(writer.Write(" \t\u3000", text));
  EXPECT_FALSE(writer.EndBlock(text, block));
  EXPECT_EQ(text, "");
}

TEST(BodyTextTest, CountsWordsMarksAndDigits) {
  const TextBlock block =
      BlockOf({"In May, it rained 31 days. Why? Wind."}).block;

  EXPECT_EQ(block.words, 8U);
  EXPECT_EQ(block.commas, 1U);
  EXPECT_EQ(block.digits, 2U);
  EXPECT_EQ(block.sentence_ends, 2U);
  EXPECT_EQ(block.capitalised, 4U);
  EXPECT_TRUE(block.ends_sentence);
}

TEST(BodyTextTest, TwoWideCharactersCountAsOneWord) {
  const TextBlock block = BlockOf({"石桥昨日开通。"}).block;

  EXPECT_TRUE(block.wide);
  EXPECT_EQ(block.words, 4U);
}

TEST(BodyTextTest, CountsWordsOfScriptsWithoutSpaces) {
  for (const char* text :
       {"ຂົວເປີດແລ້ວ", "สะพานเปิดแล้ว", "တံတားဖွင့်ပြီ", "ស្ពានបានបើក"}) {
    const TextBlock block = BlockOf({text}).block;

    EXPECT_TRUE(block.wide) << text;
    EXPECT_GE(block.words, 5U) << text;
  }
}

TEST(BodyTextTest, CountsGeorgianAndHindiWordsByTheirSpaces) {
  for (const char* text : {"ხიდი გაიხსნა", "पुल खुला"}) {
    const TextBlock block = BlockOf({text}).block;

    EXPECT_FALSE(block.wide) << text;
    EXPECT_EQ(block.words, 2U) << text;
  }
}

TEST(BodyTextTest, KnowsHowMuchIsLinkedOrStressed) {
  std::string text;
  TextBlock block;
  BlockWriter writer;
  writer.Write("two words ", text);
  writer.CountLink();
  writer.SetStyle(/*link=*/true, /*strong=*/true, /*emphasis=*/false);
  writer.Write("are linked", text);
  ASSERT_TRUE(writer.EndBlock(text, block));

  EXPECT_EQ(block.links, 1U);
  EXPECT_EQ(block.link_words, 2U);
  EXPECT_EQ(block.strong_bytes, block.bytes() - 9U);
  EXPECT_EQ(block.emphasis_bytes, 0U);
}

TEST(BodyTextTest, CountsLineBreaksBetweenTexts) {
  std::string text;
  TextBlock block;
  BlockWriter writer;
  writer.Write("one", text);
  writer.LineBreak();
  writer.Write("two", text);
  writer.LineBreak();
  ASSERT_TRUE(writer.EndBlock(text, block));

  EXPECT_EQ(text, "one two");
  EXPECT_EQ(block.lines, 1U);
}

TEST(BodyTextTest, ASecondBlockBeginsAnew) {
  std::string text;
  TextBlock first;
  TextBlock second;
  BlockWriter writer;
  writer.Write("one. ", text);
  ASSERT_TRUE(writer.EndBlock(text, first));
  writer.Write("two", text);
  ASSERT_TRUE(writer.EndBlock(text, second));

  EXPECT_EQ(second.text_begin, first.text_end);
  EXPECT_EQ(second.words, 1U);
  EXPECT_FALSE(second.ends_sentence);
}

TEST(BodyTextTest, KeepsJoinersWithinWords) {
  EXPECT_EQ(BlockOf({"کتاب\u200Cها و"}).text, "کتاب\u200Cها و");
  EXPECT_EQ(BlockOf({"PDF\u200C", "ها"}).text, "PDF\u200Cها");
  EXPECT_EQ(BlockOf({"അവന്\u200D പോയി"}).text, "അവന്\u200D പോയി");
}

TEST(BodyTextTest, RemovesJoinersOutsideOfWords) {
  EXPECT_EQ(BlockOf({"\u200C\u200C Hello\u200C \u200C\u00A0\u200C there"}).text,
            "Hello there");
  EXPECT_EQ(BlockOf({"را\u200C\u200Cه"}).text, "را\u200Cه");
}

}  // namespace
}  // namespace newsmill::extract::body
