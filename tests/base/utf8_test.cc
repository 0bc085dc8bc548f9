#include "newsmill/base/utf8.h"

#include <random>

#include "gtest/gtest.h"
#include "support/naive_utf8.h"

namespace newsmill {
namespace {

std::string Valid(std::string_view text) {
  std::string out;
  AppendValidUtf8(text, out);
  return out;
}

TEST(Utf8Test, FindsWhereValidTextEnds) {
  EXPECT_EQ(ValidUtf8Prefix("plain text, long enough for words"), 33U);
  EXPECT_EQ(ValidUtf8Prefix("gr\xC3\xBC\xC3\x9F"), 6U);
  EXPECT_EQ(ValidUtf8Prefix("ab\xFF"), 2U);
}

TEST(Utf8Test, AcceptsNothingBeyondTheBordersOfEveryForm) {
  for (const char* valid :
       {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
        "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(IsValidUtf8(valid)) << valid;
  }
  for (const char* invalid :
       {"\x80", "\xC1\xBF", "\xC2", "\xC2z", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xE2\x82", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xFF", "\xC2\x80\x80"}) {
    EXPECT_FALSE(IsValidUtf8(invalid)) << invalid;
  }
}

TEST(Utf8Test, AgreesWithTheDefinitionAtEveryPlaceOfABlock) {
  std::mt19937 random(1);
  static constexpr std::string_view kPieces[] = {
      "a",        "\xC3\xA9",        "\xE4\xB8\xAD", "\xF0\x9F\x98\x80",
      "\x80",     "\xE4\xB8",        "\xF0\x9F\x98", "\xED\xA0\x80",
      "\xC0\x80", "\xF4\x90\x80\x80"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 70, 'x');
    // Mostly valid pieces, so that both answers are common.
    for (auto i = random() % 30; i > 0; --i) {
      text += kPieces[random() % (random() % 40 == 0 ? 10 : 4)];
    }
    text += std::string(random() % 3, 'y');
    ASSERT_EQ(IsValidUtf8(text), test::IsUtf8(text)) << text;
  }
}

TEST(Utf8Test, FindsTheFirstByteThatIsNotAscii) {
  for (size_t at = 0; at < 200; ++at) {
    std::string text(200, 'a');
    text[at] = '\xC3';
    EXPECT_EQ(AsciiPrefix(text), at);
    EXPECT_FALSE(IsAscii(text));
  }
  EXPECT_TRUE(IsAscii(std::string(200, '\x7F')));
}

TEST(Utf8Test, ValidTextIsNotCopied) {
  std::string text(1000, 'x');
  text += "é";
  const char* bytes = text.data();

  EXPECT_EQ(RepairedUtf8(std::move(text)).data(), bytes);
}

TEST(Utf8Test, ReplacesMaximalSubparts) {
  EXPECT_EQ(RepairedUtf8("a\xFFz"), "a�z");
  EXPECT_EQ(RepairedUtf8("\xF0\x9F\x98z"), "�z");
  EXPECT_EQ(RepairedUtf8("\xE0\x80\x80"), "���");
  EXPECT_EQ(RepairedUtf8("\xF4\x90\x80"), "���");
  EXPECT_EQ(RepairedUtf8("\xED\xA0\x80"), "���");
  EXPECT_EQ(RepairedUtf8("\xE2\x82"), "�");
}

TEST(Utf8Test, ReplacesEachMaximalSubpartOnce) {
  // The example of Unicode 15, table 3-8.
  EXPECT_EQ(Valid("a\xF1\x80\x80\xE1\x80\xC2"
                  "b\x80"
                  "c\x80\xBF"
                  "d"),
            "a���b�c��d");
}

TEST(Utf8Test, TruncatesBetweenCharacters) {
  EXPECT_EQ(TruncateUtf8("aé", 2), "a");
  EXPECT_EQ(TruncateUtf8("aé", 3), "aé");
}

TEST(Utf8Test, WalksCharactersInBothDirections) {
  const std::string_view text = "é€😀";
  size_t at = 0;
  EXPECT_EQ(NextCharacter(text, at), 0xE9);
  EXPECT_EQ(NextCharacter(text, at), 0x20AC);
  EXPECT_EQ(NextCharacter(text, at), 0x1F600);
  EXPECT_EQ(PreviousCharacter(text, at), 0x1F600);
  EXPECT_EQ(PreviousCharacter(text, at), 0x20AC);
}

TEST(Utf8Test, WritesWhatItReads) {
  for (const int32_t c : {0x41, 0xE9, 0x20AC, 0x1F600, 0x10FFFF}) {
    std::string out;
    AppendCharacter(c, out);
    size_t at = 0;
    EXPECT_EQ(NextCharacter(out, at), c);
    EXPECT_EQ(at, out.size());
  }
}

}  // namespace
}  // namespace newsmill
