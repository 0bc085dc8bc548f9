#include "newsmill/base/base64.h"

#include "gtest/gtest.h"

namespace newsmill {
namespace {

TEST(Base64Test, DecodesTheVectorsOfRfc4648) {
  EXPECT_EQ(DecodeBase64(""), "");
  EXPECT_EQ(DecodeBase64("Zg=="), "f");
  EXPECT_EQ(DecodeBase64("Zm8="), "fo");
  EXPECT_EQ(DecodeBase64("Zm9v"), "foo");
  EXPECT_EQ(DecodeBase64("Zm9vYmFy"), "foobar");
}

TEST(Base64Test, EncodesWhatItDecodes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i * 7);
    EXPECT_EQ(DecodeBase64(EncodeBase64(bytes)), bytes);
  }
  EXPECT_EQ(EncodeBase64("fo\xFF\xFE"), "Zm///g==");
}

TEST(Base64Test, ToleratesLineBreaksAndMissingPadding) {
  EXPECT_EQ(DecodeBase64("Zm9v\r\nYm\nE"), "fooba");
  EXPECT_EQ(DecodeBase64(" Z g = =\n"), "f");
}

TEST(Base64Test, ReadsTheUrlSafeAlphabetToo) {
  EXPECT_EQ(DecodeBase64("-_-_"), DecodeBase64("+/+/"));
}

TEST(Base64Test, NamesTheCharacterThatDoesNotBelong) {
  EXPECT_EQ(DecodeBase64("Zm9v*").error(), 4U);
  EXPECT_EQ(DecodeBase64("Zg==Zg").error(), 4U);
  EXPECT_EQ(DecodeBase64("Zm9v=").error(), 4U);
  EXPECT_EQ(DecodeBase64("Zm9vZ").error(), 5U);
}

}  // namespace
}  // namespace newsmill
