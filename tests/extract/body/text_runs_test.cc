#include "extract/body/text_runs.h"

#include <initializer_list>
#include <string>
#include <vector>

#include "extract/body/outline.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

struct Written {
  std::string text;
  TextBlock block;
};

/// Ends the current block of the writer, which must be one block.
TextBlock EndOne(BlockWriter& writer, const std::string& text) {
  std::vector<TextBlock> blocks;
  writer.EndBlock(text, blocks);
  EXPECT_EQ(blocks.size(), 1U);
  return blocks.empty() ? TextBlock{} : blocks.front();
}

Written BlockOf(std::initializer_list<std::string_view> texts) {
  Written written;
  BlockWriter writer;
  for (const std::string_view text : texts) writer.Write(text, written.text);
  written.block = EndOne(writer, written.text);
  return written;
}

/// Returns the texts of the blocks that lines with breaks between them give.
std::vector<std::string> BlocksOf(const std::vector<std::string>& lines) {
  std::string text;
  BlockWriter writer;
  for (const std::string& line : lines) {
    if (!text.empty()) writer.LineBreak(text);
    writer.Write(line, text);
  }
  std::vector<TextBlock> blocks;
  writer.EndBlock(text, blocks);
  std::vector<std::string> texts;
  texts.reserve(blocks.size());
  for (const TextBlock& block : blocks) {
    texts.push_back(text.substr(block.text_begin, block.bytes()));
  }
  return texts;
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
  std::vector<TextBlock> blocks;
  BlockWriter writer;

  EXPECT_FALSE(writer.Write(" \t\u3000", text));
  writer.LineBreak(text);
  writer.EndBlock(text, blocks);
  EXPECT_TRUE(blocks.empty());
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
  BlockWriter writer;
  writer.Write("two words ", text);
  writer.CountLink();
  writer.SetStyle(/*link=*/true, /*strong=*/true, /*emphasis=*/false);
  writer.Write("are linked", text);
  const TextBlock block = EndOne(writer, text);

  EXPECT_EQ(block.links, 1U);
  EXPECT_EQ(block.link_words, 2U);
  EXPECT_EQ(block.strong_bytes, block.bytes() - 9U);
  EXPECT_EQ(block.emphasis_bytes, 0U);
}

TEST(BodyTextTest, CountsLineBreaksBetweenTexts) {
  std::string text;
  BlockWriter writer;
  writer.Write("one", text);
  writer.LineBreak(text);
  writer.Write("two", text);
  writer.LineBreak(text);
  const TextBlock block = EndOne(writer, text);

  EXPECT_EQ(text, "one two");
  EXPECT_EQ(block.lines, 1U);
}

TEST(BodyTextTest, ASecondBlockBeginsAnew) {
  std::string text;
  BlockWriter writer;
  writer.Write("one. ", text);
  const TextBlock first = EndOne(writer, text);
  writer.Write("two", text);
  const TextBlock second = EndOne(writer, text);

  EXPECT_EQ(second.text_begin, first.text_end);
  EXPECT_EQ(second.words, 1U);
  EXPECT_FALSE(second.ends_sentence);
}

constexpr auto kLake =
    "The lake above the town froze in the first week of January, as it had in "
    "each of the last three winters.";
constexpr auto kClub =
    "Members of the skating club measured the ice on Friday and opened a track "
    "of two kilometres along the shore.";

TEST(BodyTextTest, ALineBreakBetweenParagraphsEndsABlock) {
  EXPECT_THAT(BlocksOf({kLake, kClub}), ElementsAre(kLake, kClub));
  EXPECT_THAT(BlocksOf({kLake, "Thick ice", kClub, kLake}),
              ElementsAre(kLake, "Thick ice", kClub, kLake));
}

TEST(BodyTextTest, ParagraphsHaveTheirOwnCounts) {
  std::string text;
  std::vector<TextBlock> blocks;
  BlockWriter writer;
  writer.Write(kLake, text);
  writer.LineBreak(text);
  writer.CountLink();
  writer.SetStyle(/*link=*/true, /*strong=*/false, /*emphasis=*/true);
  writer.Write("Six people ", text);
  writer.SetStyle(/*link=*/false, /*strong=*/false, /*emphasis=*/true);
  writer.Write(kClub, text);
  writer.EndBlock(text, blocks);
  ASSERT_EQ(blocks.size(), 2U);

  EXPECT_EQ(blocks[0].links, 0U);
  EXPECT_EQ(blocks[0].link_words, 0U);
  EXPECT_EQ(blocks[0].emphasis_bytes, 0U);
  EXPECT_EQ(blocks[1].links, 1U);
  EXPECT_EQ(blocks[1].link_words, 2U);
  EXPECT_EQ(blocks[1].emphasis_bytes, blocks[1].bytes());
  EXPECT_EQ(blocks[0].lines, 0U);
}

TEST(BodyTextTest, LinesThatAreNoParagraphsStayOneBlock) {
  const std::vector<std::string> wrapped = {
      "The lake above the town froze in the first week of January, as it had",
      "in each of the last three winters, and members of the skating club",
      "measured the ice on Friday and opened a track along the shore."};
  const std::vector<std::string> poem = {"The ice is thin.",
                                         "The night is long.",
                                         "We hear it sing its winter song."};
  const std::vector<std::string> address = {kLake, "Skating club",
                                            "12 Mill Street"};

  EXPECT_EQ(BlocksOf(wrapped).size(), 1U);
  EXPECT_EQ(BlocksOf(poem).size(), 1U);
  EXPECT_EQ(BlocksOf(address).size(), 1U);
}

TEST(BodyTextTest, AnIdeographicSpaceAfterALineBreakBeginsABlock) {
  const std::string long_line =
      "　　镇上的湖在一月的第一个星期结冰，与过去三个冬天一样，滑冰俱乐部的成员"
      "在"
      "星期五测量了冰层的厚度。";
  const std::string short_line = "　　冰很厚。";

  EXPECT_THAT(BlocksOf({long_line, short_line}),
              ElementsAre(long_line.substr(6), short_line.substr(6)));
  EXPECT_EQ(BlocksOf({long_line, short_line.substr(6)}).size(), 1U);
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
