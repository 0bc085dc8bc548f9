#include "language.h"

#include "gtest/gtest.h"

namespace newsmill::extract {
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

TEST(LanguageTest, WritesTheCodesOfToday) {
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

}  // namespace
}  // namespace newsmill::extract
