#include "extract/body/text_block.h"

#include "gtest/gtest.h"

namespace newsmill::extract::body {
namespace {

TextBlock BlockOf(uint32_t words, uint32_t link_words) {
  TextBlock block;
  block.words = words;
  block.link_words = link_words;
  return block;
}

TEST(TextBlockTest, ProseHasEnoughWords) {
  EXPECT_TRUE(LooksLikeProse(BlockOf(12, 0)));
  EXPECT_FALSE(LooksLikeProse(BlockOf(11, 0)));
}

TEST(TextBlockTest, AtMostAThirdOfProseIsLinked) {
  EXPECT_TRUE(LooksLikeProse(BlockOf(30, 10)));
  EXPECT_FALSE(LooksLikeProse(BlockOf(30, 11)));
}

TEST(TextBlockTest, BytesAreThoseOfItsText) {
  TextBlock block;
  block.text_begin = 3;
  block.text_end = 10;

  EXPECT_EQ(block.bytes(), 7U);
}

}  // namespace
}  // namespace newsmill::extract::body
