#include "extract/text/characters.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(TidyTest, CollapsesWhiteSpaceOfAnyKindToOneSpace) {
  EXPECT_EQ(Tidy("\t two\xC2\xA0\xE3\x80\x80words \n"), "two words");
}

TEST(TidyTest, DropsCharactersThatNobodySees) {
  EXPECT_EQ(Tidy("co\xC2\xADop\xE2\x80\x8B\xEF\xBB\xBF"), "coop");
}

TEST(TidyTest, ATextOfBlanksIsEmpty) { EXPECT_EQ(Tidy(" \t\xE2\x80\xA8"), ""); }

TEST(FoldedTest, LowersLettersOfEveryScript) {
  EXPECT_EQ(Folded("Ärger ÉTÉ Москва Ω 7"), "ärger été москва ω 7");
}

TEST(CharactersTest, ReadsTheFirstAndTheLastCharacter) {
  EXPECT_EQ(FirstCharacter("Éa"), 0xC9);
  EXPECT_EQ(LastCharacter("a石"), 0x77F3);
  EXPECT_EQ(FirstCharacter(""), -1);
  EXPECT_EQ(LastCharacter(""), -1);
}

TEST(CharactersTest, KnowsCapitalsAndLetters) {
  EXPECT_TRUE(IsUpper(U'Ж'));
  EXPECT_FALSE(IsUpper(U'ж'));
  EXPECT_FALSE(IsUpper(-1));
  EXPECT_TRUE(IsLetter(U'石'));
  EXPECT_FALSE(IsLetter(U'7'));
}

TEST(CharactersTest, EastAsianCharactersAreWide) {
  for (const char32_t wide : {U'石', U'か', U'한', U'，', U'𠀋'}) {
    EXPECT_TRUE(IsWide(static_cast<int32_t>(wide)));
  }
  for (const char32_t narrow : {U'a', U'é', U'ж', U'ا', U'“'}) {
    EXPECT_FALSE(IsWide(static_cast<int32_t>(narrow)));
  }
}

TEST(TidyTest, KeepsDirectionMarksOnlyWithinALine) {
  EXPECT_EQ(Tidy("\u200Fخبر\u200F \u200E"), "خبر");
  EXPECT_EQ(Tidy("\u2068خبر\u2069"), "خبر");
  EXPECT_EQ(Tidy("في C++\u200F؟"), "في C++\u200F؟");
}

}  // namespace
}  // namespace newsmill::extract::text
