#include "extract/lexicon/line_cues.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

bool Has(std::string_view text, Cue cue, uint32_t words = 6) {
  return (CuesOf(text, words) & SetOf(cue)) != 0;
}

TEST(BodyCuesTest, ReadsHowABlockBegins) {
  EXPECT_TRUE(Has("» READ MORE: the ferry is back", Cue::kMore));
  EXPECT_TRUE(Has("Lesen Sie auch: Die Fähre", Cue::kMore));
  EXPECT_TRUE(Has("Subscribe to our letters", Cue::kSubscribe));
  EXPECT_TRUE(Has("Foto: Jane Doe", Cue::kCaption));
  EXPECT_FALSE(Has("The ferry sailed again", Cue::kMore));
}

TEST(BodyCuesTest, ReadsWhatABlockHolds) {
  EXPECT_TRUE(Has("The harbour at dusk (Getty)", Cue::kCaption) ||
              Has("The harbour at dusk Getty", Cue::kCaption));
  EXPECT_TRUE(Has("Example News, all rights reserved", Cue::kLegal));
  EXPECT_FALSE(Has("A forgetty person", Cue::kCaption));
}

TEST(BodyCuesTest, LongProseIsNoCue) {
  EXPECT_EQ(CuesOf("Read more books, said the teacher", 80), 0U);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
