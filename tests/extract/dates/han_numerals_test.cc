#include "extract/dates/han_numerals.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/text/tokens.h"

namespace newsmill::extract::dates {
namespace {

std::string Joined(std::string_view text) {
  std::vector<text::Token> tokens = text::TokensOf(text, 40);
  JoinHanNumerals(tokens);
  std::string joined;
  for (const text::Token& token : tokens) {
    joined += token.IsNumber() ? std::to_string(token.value) : token.word;
  }
  return joined;
}

TEST(HanNumeralsTest, JoinsTheNumbersOfADate) {
  EXPECT_EQ(Joined("二〇二四年八月十四日"), "2024年8月14日");
  EXPECT_EQ(Joined("一九九九年十二月三十一日"), "1999年12月31日");
  EXPECT_EQ(Joined("二零二四年一月二十号"), "2024年1月20号");
}

TEST(HanNumeralsTest, KeepsTheBytesOfEachNumber) {
  std::vector<text::Token> tokens = text::TokensOf("二〇二四年八月", 40);
  JoinHanNumerals(tokens);

  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].begin, 0U);
  EXPECT_EQ(tokens[0].end, 12U);
  EXPECT_EQ(tokens[2].begin, 15U);
}

TEST(HanNumeralsTest, DoesNotChangeOtherNumerals) {
  EXPECT_EQ(Joined("三年八月"), "三年八月");
  EXPECT_EQ(Joined("二〇二四年"), "2024年");
  EXPECT_EQ(Joined("十四日"), "十四日");
}

}  // namespace
}  // namespace newsmill::extract::dates
