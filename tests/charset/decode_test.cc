#include "newsmill/charset/decode.h"

#include "gtest/gtest.h"

namespace newsmill::charset {
namespace {

struct Case {
  Encoding encoding;
  std::string bytes;
  const char* text;
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << Name(c.encoding);
}

class DecodeTest : public testing::TestWithParam<Case> {};

TEST_P(DecodeTest, GivesTheRightText) {
  EXPECT_EQ(Decode(GetParam().encoding, GetParam().bytes), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    SingleByte, DecodeTest,
    testing::Values(
        Case{Encoding::kWindows1251, "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
        Case{Encoding::kWindows1252, "\x80 \x93x\x94 \x81", "€ “x” \u0081"},
        Case{Encoding::kIso885915, "10 \xA4 \xBD", "10 € œ"},
        Case{Encoding::kIso885916, "\xAA\xBA", "Șș"},
        Case{Encoding::kIso88598I, "\xE0\xE1", "אב"},
        Case{Encoding::kKoi8U, "\xAE\xBE\xA4", "ўЎє"},
        Case{Encoding::kWindows874, "\xA1\xDB", "ก�"},
        Case{Encoding::kWindows1253, "\xC1\xAA", "Α�"},
        Case{Encoding::kWindows1255, "\xCA", "\u05BA"},
        Case{Encoding::kMacintosh, "\xDB\xF0", "€\uF8FF"},
        Case{Encoding::kXMacCyrillic, "\xFF", "€"},
        Case{Encoding::kIbm866, "\x8F\xE0", "Пр"},
        Case{Encoding::kXUserDefined, "a\x80\xFF", "a\uF780\uF7FF"}));

INSTANTIATE_TEST_SUITE_P(
    SeveralBytes, DecodeTest,
    testing::Values(
        Case{Encoding::kShiftJis, "\x93\xFA\x96{\xB6\x80", "日本ｶ\u0080"},
        Case{Encoding::kEucJp, "\xC6\xFC\xCB\xDC\x8E\xB6\x8F\xB0\xA1",
             "日本ｶ丂"},
        Case{Encoding::kIso2022Jp, "\x1B$BF|K\\\x1B(B!\x1B(J\\~", "日本!¥‾"},
        Case{Encoding::kGbk, "\xD6\xD0\xCE\xC4\x80", "中文€"},
        Case{Encoding::kGb18030, "\x81\x30\x81\x30\x90\x30\x81\x30", "\u0080𐀀"},
        Case{Encoding::kGb18030, "\xA3\xA0\xA6\xD9\x84\x31\x82\x36",
             "\u3000\uFE10\uFE10"},
        Case{Encoding::kGb18030, "\x81\x35\xF4\x37", "\uE7C7"},
        Case{Encoding::kBig5, "\xA4\xA4\xA4\xE5\x88\x62\x87\x7E", "中文Ê̄㻬"},
        Case{Encoding::kEucKr, "\xC7\xD1\xB1\xDB\x81\x41", "한글갂"},
        Case{Encoding::kUtf16Le, std::string("A\0\xE9\0\x3D\xD8\0\xDE", 8),
             "Aé😀"},
        Case{Encoding::kUtf16Be, std::string("\0A\0\xE9", 4), "Aé"}));

INSTANTIATE_TEST_SUITE_P(
    Errors, DecodeTest,
    testing::Values(
        // What is ASCII is never eaten by the lead before it.
        Case{Encoding::kShiftJis, "\x81<b>\x81\xFF", "�<b>�"},
        Case{Encoding::kGbk, "\x81<\xFF", "�<�"},
        Case{Encoding::kGb18030, "\x81\x30\x81z", "�0亃"},
        Case{Encoding::kGb18030, "\x81\x30\x81", "�"},
        Case{Encoding::kBig5, "\x81\x40<\x81", "�@<�"},
        Case{Encoding::kEucKr, "\xC9\xA1<\xFE\x41", "�<�A"},
        Case{Encoding::kEucJp, "\x8F\xA1<\x8E\xFF", "�<�"},
        Case{Encoding::kIso2022Jp, "\x1B$B\x1B(B\x1B", "��"},
        Case{Encoding::kUtf16Le, std::string("\0\xD8x\0y", 5), "�x�"},
        Case{Encoding::kUtf8, "a\xF0\x9F", "a�"},
        Case{Encoding::kReplacement, "anything", "�"},
        Case{Encoding::kReplacement, "", ""}));

TEST(DecodeByOtherNameTest, KnowsWhatTheWebDoesNot) {
  EXPECT_EQ(DecodeByOtherName("UTF-32BE", std::string("\0\0\0a\0\1\xF6\0", 8)),
            "a😀");
  EXPECT_EQ(DecodeByOtherName("cp437", "\x81"), "ü");
  EXPECT_EQ(DecodeByOtherName("nonsense", "a"), std::nullopt);
  EXPECT_EQ(DecodeByOtherName("", "a"), std::nullopt);
}

TEST(DecodeTest, AsciiAndValidUtf8AreNotCopied) {
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kWindows1251}) {
    std::string text(1000, 'x');
    const char* bytes = text.data();
    EXPECT_EQ(Decode(encoding, std::move(text)).data(), bytes);
  }
}

}  // namespace
}  // namespace newsmill::charset
