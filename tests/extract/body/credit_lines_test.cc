#include "extract/body/credit_lines.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

using testing::ElementsAre;

std::vector<std::string> Before(const std::string& html) {
  return Left(html + std::string(kFerry), DropCreditLines);
}

TEST(CreditLinesTest, CreditsAreRecognised) {
  for (const std::string_view text : {"© Ada Holm/Norby Pictures",
                                      "(c) Ada Holm",
                                      "Photo: Ada Holm",
                                      "Photo: Ada Holm.",
                                      "(Foto: Ada Holm/AFP)",
                                      "Bild: Ada Holm",
                                      "Ada Holm / NPP / Norby Pictures",
                                      "Ada Holm/Reuters",
                                      "Фото: Ада Хольм",
                                      "写真：山田",
                                      "Source: Norby News",
                                      "Photo by Ada Holm/AFP",
                                      "Photo credit: Norby News",
                                      "Getty Images",
                                      "Courtesy of Ada Holm",
                                      "Photo courtesy of Norby Museum",
                                      "Getty Images/iStock",
                                      "사진 제공 연합뉴스",
                                      "Bildnachweis Ada Holm",
                                      "图片来源：新华社",
                                      "Published: 3 May 2024"}) {
    EXPECT_TRUE(IsCreditLine(text)) << text;
  }
}

TEST(CreditLinesTest, ProseIsNoCredit) {
  for (const std::string_view text :
       {"Life / Style", "He came by bus and/or train",
        "Photo: the day on which the ferry did not sail, and the island slept.",
        "Updated: the road is open", "Rain. Photo: Ada Holm", "By Ada Holm",
        "Photo by the sea", "Ada Holm", "Photo",
        "Courtesy of a late frost, the pears will cost more this year",
        "Courtesy of Queen Ada, the poor of the town have bread",
        "Photo credit is what she never asked for",
        "Getty Images wins a case about its archive",
        "Bildnachweis bleibt in der Zeitung eine Pflicht",
        "Crédit photo obligatoire dans les journaux",
        "写真提供を断る人が増えた", "Rain / a story of the coast"}) {
    EXPECT_FALSE(IsCreditLine(text)) << text;
  }
}

TEST(CreditLinesTest, CreditsBeforeTheProseAreDropped) {
  EXPECT_THAT(Before("<p>© Ada Holm/Norby Pictures</p>"), ElementsAre("F"));
  EXPECT_THAT(Before("<p>Foto: Ada Holm</p><p>Rain!</p>"),
              ElementsAre("Rain!", "F"));
  EXPECT_THAT(Before("<p id=caption>The old quay in the rain</p>"),
              ElementsAre("F"));
}

TEST(CreditLinesTest, AParagraphThatIsNamedLikeACaptionStays) {
  const std::string lead =
      "The old quay was rebuilt by hand, stone by stone, in one wet winter.";

  EXPECT_THAT(Before("<p class=caption>" + lead + "</p>"),
              ElementsAre(lead, "F"));
  EXPECT_THAT(Before("<div class=caption>" + lead + "</div>"),
              ElementsAre("F"));
}

TEST(CreditLinesTest, OtherLinesStay) {
  EXPECT_THAT(Before("<h2>Photo: Ada Holm</h2>"),
              ElementsAre("Photo: Ada Holm", "F"));
  EXPECT_THAT(Before("<ul><li>Photo: Ada Holm</ul>"),
              ElementsAre("Photo: Ada Holm", "F"));
  EXPECT_THAT(Before("<p class='caption article-body'>Rain!</p>"),
              ElementsAre("Rain!", "F"));
  EXPECT_THAT(Before(std::string(kFerry) + "<p>Photo: Ada Holm</p>"),
              ElementsAre("F", "Photo: Ada Holm", "F"));
}

TEST(CreditLinesTest, WithoutProseCreditsStay) {
  EXPECT_THAT(Left("<p>Photo: Ada Holm</p><p>Rain!</p>", DropCreditLines),
              ElementsAre("Photo: Ada Holm", "Rain!"));
}

}  // namespace
}  // namespace newsmill::extract::body
