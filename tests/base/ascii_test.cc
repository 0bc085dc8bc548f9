#include "newsmill/base/ascii.h"

#include <array>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(AsciiTest, TrimsTheGivenCharactersAtBothEnds) {
  EXPECT_EQ(Trim("-- a - b |", " -|"), "a - b");
  EXPECT_EQ(Trim("a", " -|"), "a");
  EXPECT_EQ(Trim("| - |", " -|"), "");
  EXPECT_EQ(Trim("", " -|"), "");
}

TEST(AsciiTest, SplitsAtEachSeparatorAndLeavesOutEmptyParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(Split(" a, b;;c ,", ",;"), (Parts{"a", "b", "c"}));
  EXPECT_EQ(Split("a b  c", " ", 2), (Parts{"a", "b"}));
  EXPECT_EQ(Split(" , ", ","), Parts{});
  EXPECT_EQ(Split("", ","), Parts{});
}

TEST(AsciiTest, FindsATextAmongTexts) {
  constexpr std::array<std::string_view, 2> kTexts = {"rain", "wind"};
  EXPECT_TRUE(IsOneOf("wind", kTexts));
  EXPECT_FALSE(IsOneOf("Wind", kTexts));
  EXPECT_TRUE(IsOneOfIgnoringCase("Wind", kTexts));
  EXPECT_FALSE(IsOneOfIgnoringCase("win", kTexts));
}

TEST(AsciiTest, FindsOneOfSeveralTextsInAText) {
  constexpr std::array<std::string_view, 2> kTexts = {"rain", "wind"};
  EXPECT_TRUE(StartsWithAny("windy day", kTexts));
  EXPECT_FALSE(StartsWithAny("a windy day", kTexts));
  EXPECT_TRUE(EndsWithAny("more rain", kTexts));
  EXPECT_FALSE(EndsWithAny("more rains", kTexts));
  EXPECT_TRUE(ContainsAny("a windy day", kTexts));
  EXPECT_FALSE(ContainsAny("a sunny day", kTexts));
}

}  // namespace
}  // namespace newsmill
