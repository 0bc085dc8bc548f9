#include "extract/text/language_tag.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(LanguageTagTest, WritesTheCanonicalForm) {
  EXPECT_EQ(CanonicalTag("EN_gb"), "en-GB");
  EXPECT_EQ(CanonicalTag("zh-hant-tw"), "zh-Hant-TW");
  EXPECT_EQ(CanonicalTag("es-419"), "es-419");
  EXPECT_EQ(CanonicalTag(" de_DE.UTF-8 "), "de-DE");
}

TEST(LanguageTagTest, ReplacesFormerCodes) {
  EXPECT_EQ(CanonicalTag("iw-IL"), "he-IL");
  EXPECT_EQ(CanonicalTag("in"), "id");
  EXPECT_EQ(CanonicalTag("ger"), "de");
  EXPECT_EQ(CanonicalTag("por-BR"), "pt-BR");
  EXPECT_EQ(CanonicalTag("zh-yue-HK"), "yue-HK");
  EXPECT_EQ(CanonicalTag("en-UK"), "en-GB");
}

TEST(LanguageTagTest, DropsInvalidSubtagsAfterTheLanguage) {
  EXPECT_EQ(CanonicalTag("en-EN"), "en");
  EXPECT_EQ(CanonicalTag("en-USA"), "en");
  EXPECT_EQ(CanonicalTag("sr-Abcd"), "sr");
  EXPECT_EQ(CanonicalTag("de-CH-1996"), "de-CH");
  EXPECT_EQ(CanonicalTag("en-u-ca-buddhist"), "en");
}

TEST(LanguageTagTest, ReturnsNothingForAnUnknownLanguage) {
  for (const std::string_view tag : {"", "english", "x-default", "cn", "und",
                                     "mul", "zxx", "e", "12", "en,fr"}) {
    EXPECT_EQ(CanonicalTag(tag), "") << tag;
  }
}

TEST(LanguageTagTest, ThePrimaryLanguageIsTheFirstSubtag) {
  EXPECT_EQ(PrimaryLanguage("zh-Hant-TW"), "zh");
  EXPECT_EQ(PrimaryLanguage("IW_IL"), "he");
  EXPECT_EQ(PrimaryLanguage("english"), "");
}

}  // namespace
}  // namespace newsmill::extract::text
