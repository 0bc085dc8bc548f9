#include "newsmill/base/ascii.h"

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(AsciiTest, TrimsTheGivenCharactersAtBothEnds) {
  EXPECT_EQ(Trim("-- a - b |", " -|"), "a - b");
  EXPECT_EQ(Trim("a", " -|"), "a");
  EXPECT_EQ(Trim("| - |", " -|"), "");
  EXPECT_EQ(Trim("", " -|"), "");
}

}  // namespace
}  // namespace newsmill
