#include "newsmill/base/utf8.h"

#include "gtest/gtest.h"

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

TEST(Utf8Test, RefusesOverlongFormsSurrogatesAndWhatIsAboveUnicode) {
  for (const std::string_view bad :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xE2\x82", "\x80"}) {
    EXPECT_FALSE(IsValidUtf8(bad));
  }
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
