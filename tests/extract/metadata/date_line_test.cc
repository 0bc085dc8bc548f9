#include "extract/metadata/date_line.h"

#include "gtest/gtest.h"

namespace newsmill::extract::metadata {
namespace {

bool IsLine(std::string_view text, std::string_view language = "") {
  return HasOnlyDetails(text, {}, language);
}

TEST(DateLineTest, DatesLabelsTimesAndSignedNamesAreDetails) {
  for (const std::string_view line :
       {"3 May 2024",
        "Published: 3 May 2024, 11:02 | Updated: 4 May 2024, 19:15",
        "Veröffentlicht: 03.05.2024, 18:45 Uhr – Aktualisiert: 14.05.2024",
        "Publié le 3 mai 2024 à 18h45 – Mis à jour le 4 mai 2024 à 9h10",
        "Опубликовано: 3 мая 2024, 18:45 | Обновлено: 4 мая 2024",
        "نشر في: 3 يونيو 2024 - آخر تحديث: 4 يونيو 2024",
        "公開：2024年5月3日 18時45分 更新：2024年5月4日 9時10分",
        "입력 2024.05.03. 18:45 수정 2024.05.04. 09:10",
        "By Jane Doe — 3 May 2024", "May 3, 2024 at 9:24 pm ET • 1 min read",
        "3. Mai 2024 | Lesezeit: 4 Minuten",
        "By Jane Doe | Published: 3 May 2024 | Updated: 4 May 2024",
        "Published June 3, 2024 at 11:02 a.m. Updated at 7:15 p.m."}) {
    EXPECT_TRUE(IsLine(line)) << line;
  }
}

TEST(DateLineTest, UnitsOfATimeAreDetails) {
  EXPECT_TRUE(
      HasOnlyDetails("3 maja 2024, godz. 21.05", {.language = "pl"}, "pl"));
  EXPECT_TRUE(
      HasOnlyDetails("3 พฤษภาคม 2567 21.05 น.", {.language = "th"}, "th"));
  EXPECT_TRUE(
      HasOnlyDetails("2024년 5월 3일 오후 9시 5분", {.language = "ko"}, "ko"));
}

TEST(DateLineTest, ProseAndNumbersAreNotDetails) {
  for (const std::string_view line :
       {"", "Jane Doe", "The boat was bought on 3 May 2011.",
        "3 May 2024: the rain began", "Boat breaks down (3 May 2021)",
        "By 3 May 2024 the council must decide.",
        "3 May 2024 – 300 people came",
        "3 May 2024: the last train left in the first minutes of the day",
        "Laketown, 3 May 2024", "Sie trafen sich am 3. Mai 2024 in Seestadt.",
        "1 May 2024, 2 May 2024, 3 May 2024, 4 May 2024, 5 May 2024"}) {
    EXPECT_FALSE(IsLine(line)) << line;
  }
}

TEST(DateLineTest, FindsOnlySegmentsThatAreDates) {
  EXPECT_TRUE(HasDateSegment("Jane Doe | Senior Writer | July 2, 2025", {}));
  EXPECT_FALSE(HasDateSegment("Jane Doe – it began on 3 May 2024", {}));
  EXPECT_FALSE(HasDateSegment("July 2, 2025", {}));
}

}  // namespace
}  // namespace newsmill::extract::metadata
