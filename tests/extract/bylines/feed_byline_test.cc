#include <string>
#include <utility>
#include <vector>

#include "extract/bylines/names.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FeedBylineTest, AFeedMeansNames) {
  EXPECT_THAT(BylineOfFeed({"Prince", "By Jane Doe", "Jane Doe"}).authors,
              ElementsAre("Prince", "Jane Doe"));
}

TEST(FeedBylineTest, SplitsNamesInCapitalsAndDropsWordsLikeAdmin) {
  EXPECT_THAT(BylineOfFeed({"JANE DOE AND JOHN ROE"}).authors,
              ElementsAre("JANE DOE", "JOHN ROE"));
  EXPECT_THAT(BylineOfFeed({"Kari Nes og Odd Vik"}).authors,
              ElementsAre("Kari Nes", "Odd Vik"));
  EXPECT_THAT(BylineOfFeed({"admin", "Prince"}).authors, ElementsAre("Prince"));
}

std::vector<std::string> FeedAuthors(std::string text) {
  return BylineOfFeed({std::move(text)}).authors;
}

TEST(FeedBylineTest, ReadsMarkup) {
  EXPECT_THAT(FeedAuthors("<a href='/ida'>Ida Holm</a>"),
              ElementsAre("Ida Holm"));
  EXPECT_THAT(FeedAuthors("&lt;span&gt;Ida O&amp;#39;Holm&lt;/span&gt;"),
              ElementsAre("Ida O'Holm"));
  for (const char* two :
       {"<a>Ida Holm</a>, <a>Jon Berg</a>", "Ida Holm<br/>Jon Berg",
        "<a href='/i'>Ida Holm</a> <a href='/j'>Jon Berg</a>",
        "<ul><li>Ida Holm</li><li>Jon Berg</li></ul>",
        "<p>Ida Holm</p><p>Jon Berg</p>"}) {
    EXPECT_THAT(FeedAuthors(two), ElementsAre("Ida Holm", "Jon Berg")) << two;
  }
  EXPECT_THAT(FeedAuthors("<b>Ida Holm</b><br>Culture editor"),
              ElementsAre("Ida Holm"));
}

TEST(FeedBylineTest, ReadsInvertedNames) {
  EXPECT_THAT(FeedAuthors("Holm, I., van Berg, J. K., Ödman, Å."),
              ElementsAre("I. Holm", "J. K. van Berg", "Å. Ödman"));
  EXPECT_THAT(FeedAuthors("Holm, I. & Berg, J."),
              ElementsAre("I. Holm", "J. Berg"));
  EXPECT_THAT(FeedAuthors("Holm, Ida and Berg, Jon"),
              ElementsAre("Ida Holm", "Jon Berg"));
}

TEST(FeedBylineTest, ReadsNamesBesideAddresses) {
  for (const char* one :
       {"i@post.example (Ida Holm)", "Ida Holm <i@post.example>",
        "\"Ida Holm\" <i@post.example>", "Ida Holm i@post.example",
        "(Ida Holm)", "\"Ida Holm\"", "Ida Holm (@ida)"}) {
    EXPECT_THAT(FeedAuthors(one), ElementsAre("Ida Holm")) << one;
  }
  for (const char* two :
       {"i@post.example (Ida Holm), j@post.example (Jon Berg)",
        "Ida Holm i@post.example, Jon Berg j@post.example",
        "i@post.example (Ida Holm, Jon Berg)", "Ida Holm,Jon Berg",
        "Ida Holm / Jon Berg"}) {
    EXPECT_THAT(FeedAuthors(two), ElementsAre("Ida Holm", "Jon Berg")) << two;
  }
}

TEST(FeedBylineTest, ARoleAloneMayBeAName) {
  EXPECT_THAT(BylineOfFeed({"Some Author", "Author Two"}).authors,
              ElementsAre("Some Author", "Author Two"));
}

TEST(FeedBylineTest, NamesNobodyInAddressesAndLists) {
  for (const char* nobody :
       {"i@post.example", "i@post.example (Unknown)", "mailto:i@post.example",
        "https://post.example/ida", "www.post.example", "i@post.example ()", "",
        "Holm, Ida, Berg, Jon", "<img src='/i.png'>"}) {
    EXPECT_THAT(FeedAuthors(nobody), IsEmpty()) << nobody;
  }
}

TEST(FeedBylineTest, PutsTheGivenNameBeforeAFamilyNameOfSeveralWords) {
  EXPECT_THAT(FeedAuthors("Peña Ruiz, Marta"), ElementsAre("Marta Peña Ruiz"));
  EXPECT_THAT(FeedAuthors("de la Vega, Eva-Maria"),
              ElementsAre("Eva-Maria de la Vega"));
  EXPECT_THAT(FeedAuthors("von der Aue, Sophie"),
              ElementsAre("Sophie von der Aue"));
  EXPECT_THAT(FeedAuthors("Ortega y Soler, Luis"),
              ElementsAre("Luis Ortega y Soler"));
}

TEST(FeedBylineTest, KeepsBothPartsOfAPairInDoubt) {
  EXPECT_THAT(FeedAuthors("Okon Adeyemi, Femi"),
              ElementsAre("Okon Adeyemi, Femi"));
  EXPECT_THAT(FeedAuthors("Clara Holm, Jon Berg"),
              ElementsAre("Clara Holm", "Jon Berg"));
  EXPECT_THAT(FeedAuthors("Clara Holm, Leeds"), ElementsAre("Clara Holm"));
}

TEST(FeedBylineTest, KeepsTheSuffixOfAName) {
  EXPECT_THAT(FeedAuthors("Jon de la Vega, Jr."),
              ElementsAre("Jon de la Vega, Jr."));
  EXPECT_THAT(FeedAuthors("Berg, J. K., Sr."), ElementsAre("J. K. Berg, Sr."));
  EXPECT_THAT(FeedAuthors("Jon Berg, Jr., Ida Holm"),
              ElementsAre("Jon Berg, Jr.", "Ida Holm"));
}

TEST(FeedBylineTest, AWordForAndMayBeWithinAFamilyName) {
  EXPECT_THAT(FeedAuthors("Luis Ramón y Soler"),
              ElementsAre("Luis Ramón y Soler"));
  EXPECT_THAT(FeedAuthors("Ana Silva e Costa"),
              ElementsAre("Ana Silva e Costa"));
  EXPECT_THAT(FeedAuthors("Ana Gil y Luis Ramón y Soler"),
              ElementsAre("Ana Gil", "Luis Ramón y Soler"));
  EXPECT_THAT(FeedAuthors("Ana Gil y EFE"), ElementsAre("Ana Gil"));
}

TEST(FeedBylineTest, SplitsAtWithAndAtASlash) {
  for (const char* two : {"Ida Holm with Jon Berg", "Ida Holm/Jon Berg"}) {
    EXPECT_THAT(FeedAuthors(two), ElementsAre("Ida Holm", "Jon Berg")) << two;
  }
  EXPECT_THAT(FeedAuthors("AC/DC"), ElementsAre("AC/DC"));
  EXPECT_THAT(FeedAuthors("Our Special Correspondent"), IsEmpty());
}

}  // namespace
}  // namespace newsmill::extract::bylines
