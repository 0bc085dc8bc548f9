#include "extract/text/language.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(LanguageTest, DetectsTheLanguageOfAText) {
  EXPECT_EQ(
      LanguageOf("The ferry sailed again on Monday, three weeks after the "
                 "storm had closed the harbour of the island, and those "
                 "who live there were glad of it. The captain said that "
                 "he had not seen such waves in forty years."),
      "en");
  EXPECT_EQ(LanguageOf("Паром снова вышел в море в понедельник, через три "
                       "недели после того, как шторм закрыл гавань острова, и "
                       "жители были этому рады."),
            "ru");
}

TEST(LanguageTest, AShortTextTellsNothing) {
  EXPECT_EQ(LanguageOf("The ferry sailed again on Monday."), "");
  EXPECT_EQ(LanguageOf(""), "");
}

TEST(LanguageTest, UsesCurrentCodes) {
  std::string hebrew;
  for (int i = 0; i < 4; ++i) {
    hebrew += "המעבורת הפליגה שוב ביום שני, שלושה שבועות אחרי הסערה. ";
  }

  EXPECT_EQ(LanguageOf(hebrew), "he");
}

TEST(LanguageTest, ReadsSeveralTextsAsOne) {
  const std::vector<std::string> texts(
      5, "Die Fähre fuhr am Montag wieder, und alle freuten sich darüber.");

  EXPECT_EQ(LanguageOfTexts(texts), "de");
}

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

TEST(LanguageTest, TheDocumentIsBelievedWhenNothingWasDetected) {
  EXPECT_EQ(ChosenLanguage("en-GB", ""), "en");
  EXPECT_EQ(ChosenLanguage("iw", ""), "he");
  EXPECT_EQ(ChosenLanguage("", ""), "");
}

}  // namespace
}  // namespace newsmill::extract::text
