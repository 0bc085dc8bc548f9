#include "extract/lexicon/line_parts.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

bool Has(std::string_view text, Part part, uint32_t words = 6) {
  return Has(PartsOfLine(text, words), part);
}

TEST(LinePartsTest, ReadsHowABlockBegins) {
  EXPECT_TRUE(Has("» READ MORE: the ferry is back", Part::kRelated));
  EXPECT_TRUE(Has("Lesen Sie auch: Die Fähre", Part::kRelated));
  EXPECT_TRUE(Has("Subscribe to our letters", Part::kNewsletter));
  EXPECT_TRUE(Has("Foto: Jane Doe", Part::kCaption));
  EXPECT_FALSE(Has("The ferry sailed again", Part::kRelated));
}

TEST(LinePartsTest, ReadsWhatABlockHolds) {
  EXPECT_TRUE(Has("The harbour at dusk (Getty)", Part::kCaption) ||
              Has("The harbour at dusk Getty", Part::kCaption));
  EXPECT_TRUE(Has("Example News, all rights reserved", Part::kLegal));
  EXPECT_FALSE(Has("A forgetty person", Part::kCaption));
}

TEST(LinePartsTest, LongProseNamesNoPart) {
  EXPECT_EQ(PartsOfLine("Read more books, said the teacher", 80), 0U);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
