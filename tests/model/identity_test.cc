#include "newsmill/model/identity.h"

#include "gtest/gtest.h"

namespace newsmill::model {
namespace {

TEST(IdentityTest, TheHashIsXxh3) {
  // The published value of XXH3-128 for no bytes.
  EXPECT_EQ(ToHex(HashOf("")), "99aa06d3014798d86001c324468d497f");
}

TEST(IdentityTest, FieldsAreFramedByTheirLength) {
  EXPECT_NE(FieldHash().Add("ab").Add("c").Digest(),
            FieldHash().Add("a").Add("bc").Digest());
  EXPECT_NE(FieldHash().Add("a").Digest(),
            FieldHash().Add("a").Add("").Digest());
}

TEST(NormalisedTextTest, KeepsLettersAndDigitsOfAsciiText) {
  EXPECT_EQ(NormalisedText("  Hello,  World -- 42!\n"), "hello world 42");
  EXPECT_EQ(NormalisedText("..."), "");
}

TEST(NormalisedTextTest, FoldsCaseAndCompatibilityForms) {
  EXPECT_EQ(NormalisedText("STRASSE"), NormalisedText("Straße"));
  EXPECT_EQ(NormalisedText("ﬁne ＡＢＣ"), "fine abc");
  EXPECT_EQ(NormalisedText("e\u0301t\u00E9"), NormalisedText("ÉTÉ"));
}

TEST(NormalisedTextTest, QuotesAndDashesDoNotMatter) {
  EXPECT_EQ(NormalisedText("“Yes” – he said"),
            NormalisedText("\"Yes\" - he said"));
}

TEST(NormalisedTextTest, AsciiAndUnicodeRoadsAgree) {
  const std::string ascii = "Some Text, with 3 words & marks;";

  EXPECT_EQ(NormalisedText(ascii + "é"), NormalisedText(ascii) + " é");
}

TEST(NormalisedTextTest, TakesBytesThatAreNoText) {
  EXPECT_EQ(NormalisedText("a\xFFz"), "a z");
}

}  // namespace
}  // namespace newsmill::model
