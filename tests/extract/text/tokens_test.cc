#include "extract/text/tokens.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : TokensOf(text, 100)) {
    words.push_back(token.IsNumber() ? std::to_string(token.value)
                                     : token.word);
  }
  return words;
}

TEST(TokensTest, SplitsWordsNumbersAndMarks) {
  EXPECT_THAT(WordsOf("Tue, 23Jan 14:05"),
              ElementsAre("tue", ",", "23", "jan", "14", ":", "5"));
}

TEST(TokensTest, ANumberRemembersItsDigits) {
  const auto tokens = TokensOf("007", 9);

  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].value, 7);
  EXPECT_EQ(tokens[0].digits, 3);
}

TEST(TokensTest, ReadsDigitsOfAnyScript) {
  EXPECT_THAT(WordsOf("٢٠٢٤ २०२४ ２０２４"),
              ElementsAre("2024", "2024", "2024"));
}

TEST(TokensTest, AWideCharacterIsAWordOfItsOwn) {
  EXPECT_THAT(WordsOf("2024年1月"), ElementsAre("2024", "年", "1", "月"));
}

TEST(TokensTest, SaysWhereATokenStandsInTheText) {
  const auto tokens = TokensOf("été 7", 9);

  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].end, 5U);
  EXPECT_EQ(tokens[1].begin, 6U);
  EXPECT_FALSE(tokens[0].after_space);
  EXPECT_TRUE(tokens[1].after_space);
}

TEST(TokensTest, StopsAtTheMostThatIsWanted) {
  EXPECT_EQ(TokensOf("a b c d", 2).size(), 2U);
  EXPECT_THAT(TokensOf("", 2), IsEmpty());
}

TEST(TokensTest, ALongNumberDoesNotOverflow) {
  EXPECT_EQ(TokensOf("123456789012", 1)[0].value, 12'345'678);
}

}  // namespace
}  // namespace newsmill::extract::text
