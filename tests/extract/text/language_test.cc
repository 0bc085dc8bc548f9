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

TEST(LanguageTest, FindsNoLanguageInAVeryShortText) {
  EXPECT_EQ(LanguageOf("The ferry sailed again on Monday."), "");
  EXPECT_EQ(LanguageOf(""), "");
}

TEST(LanguageTest, FindsTheLanguageOfAShortText) {
  EXPECT_EQ(
      LanguageOf("Die Fähre fuhr am Montag wieder, und alle auf der Insel "
                 "freuten sich."),
      "de");
  EXPECT_EQ(LanguageOf("ബോട്ട് തിങ്കളാഴ്ച വീണ്ടും ഓടി, ദ്വീപിലെ എല്ലാവർക്കും "
                       "സന്തോഷമായി."),
            "ml");
}

TEST(LanguageTest, FindsLanguagesOfTheFullTables) {
  EXPECT_EQ(LanguageOf("Jirgin ruwan ya sake tafiya ranar Litinin, makonni uku "
                       "bayan guguwar da ta rufe tashar jiragen ruwa ta "
                       "tsibirin, kuma mutanen da suke zaune a wurin sun yi "
                       "farin ciki sosai da hakan."),
            "ha");
  EXPECT_EQ(LanguageOf("Завь Даваа гарагт дахин явлаа. Шуурга арлын боомтыг "
                       "хаасанаас хойш гурван долоо хоног өнгөрсөн бөгөөд тэнд "
                       "амьдардаг хүмүүс үүнд их баярлав."),
            "mn");
}

TEST(LanguageTest, UsesCurrentCodes) {
  std::string hebrew;
  for (int i = 0; i < 4; ++i) {
    hebrew += "המעבורת הפליגה שוב ביום שני, שלושה שבועות אחרי הסערה. ";
  }

  EXPECT_EQ(LanguageOf(hebrew), "he");
}

TEST(LanguageTest, TheStatedLanguageDecidesForATextInTwoLanguages) {
  const std::string text =
      "Die Fähre fuhr am Montag wieder, und alle auf der Insel freuten sich "
      "darüber. Der Kapitän sagte, er habe solche Wellen in vierzig Jahren "
      "nicht gesehen, und der Hafen müsse nun repariert werden.\n"
      "Neque porro quisquam est qui dolorem ipsum quia dolor sit amet "
      "consectetur adipisci velit, sed quia non numquam eius modi tempora "
      "incidunt ut labore et dolore magnam aliquam quaerat voluptatem. Quis "
      "autem vel eum iure reprehenderit qui in ea voluptate velit esse.";

  EXPECT_EQ(LanguageOf(text), "la");
  EXPECT_EQ(LanguageOf(text, "de-AT"), "de");
  EXPECT_EQ(LanguageOf(text, "fr"), "la");
}

TEST(LanguageTest, ReadsSeveralTextsAsOne) {
  const std::vector<std::string> texts(
      5, "Die Fähre fuhr am Montag wieder, und alle freuten sich darüber.");

  EXPECT_EQ(LanguageOfTexts(texts), "de");
}

TEST(LanguageTest, TheBodyCorrectsTheTemplate) {
  EXPECT_EQ(ChosenLanguage("en-US", "de"), "de");
  EXPECT_EQ(ChosenLanguage("fr", ""), "fr");
  EXPECT_EQ(ChosenLanguage("", "fr"), "fr");
  EXPECT_EQ(ChosenLanguage("english", "fr"), "fr");
}

TEST(LanguageTest, KeepsRegionAndScriptOfTheStatedLanguage) {
  EXPECT_EQ(ChosenLanguage("de_at", "de"), "de-AT");
  EXPECT_EQ(ChosenLanguage("zh-hant", "zh-Hant"), "zh-Hant");
  EXPECT_EQ(ChosenLanguage("en-GB", ""), "en-GB");
  EXPECT_EQ(ChosenLanguage("iw", ""), "he");
  EXPECT_EQ(ChosenLanguage("", "zh-Hant"), "zh");
  EXPECT_EQ(ChosenLanguage("", ""), "");
}

TEST(LanguageTest, BetweenCloseLanguagesTheDocumentDecides) {
  EXPECT_EQ(ChosenLanguage("nb-NO", "da"), "nb-NO");
  EXPECT_EQ(ChosenLanguage("hr", "sr"), "hr");
}

TEST(LanguageTest, ExplainsWhyALanguageWasNotTaken) {
  Evidence evidence;

  EXPECT_EQ(TakeLanguage("en-US", "de", evidence), "de");
  ASSERT_EQ(evidence[Field::kLanguage].size(), 2U);
  EXPECT_EQ(evidence[Field::kLanguage][0].value, "en-US");
  EXPECT_EQ(evidence[Field::kLanguage][0].verdict,
            "the text is in another language");
  EXPECT_TRUE(evidence[Field::kLanguage][1].taken);
}

}  // namespace
}  // namespace newsmill::extract::text
