#include "extract/text/language.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(LanguageTest, TheBodyCorrectsTheTemplate) {
  EXPECT_EQ(ChosenLanguage("en-US", "de"), "de");
  EXPECT_EQ(ChosenLanguage("de-AT", "de"), "de");
  EXPECT_EQ(ChosenLanguage("fr", ""), "fr");
  EXPECT_EQ(ChosenLanguage("", "fr"), "fr");
}

TEST(LanguageTest, BetweenCloseLanguagesTheDocumentDecides) {
  EXPECT_EQ(ChosenLanguage("nb-NO", "da"), "nb");
  EXPECT_EQ(ChosenLanguage("hr", "sr"), "hr");
}

}  // namespace
}  // namespace newsmill::extract::text
