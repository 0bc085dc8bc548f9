#include "extract/metadata/date_labels.h"

#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

lexicon::Label LabelBeforeTime(std::string html) {
  const ParsedPage parsed(std::move(html));
  return LabelBefore(parsed.page, parsed.First(html::Tag::kTime), {});
}

bool TimeIsModified(std::string html) {
  const ScannedPage parsed(std::move(html));
  return !parsed.scan.times.empty() &&
         IsModified(parsed.page, parsed.scan.times[0], "3 May 2024", {});
}

TEST(PageDateLabelsTest, TheTextBeforeADateLabelsIt) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated: <time>3 May</time>"),
            lexicon::Label::kUpdated);
  EXPECT_EQ(LabelBeforeTime("<p><b>Published</b> <span><time>3 May</time>"),
            lexicon::Label::kPublished);
}

TEST(PageDateLabelsTest, EmptyNodesAndMarksAreLookedPast) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated<i></i> - <time>3 May</time>"),
            lexicon::Label::kUpdated);
}

TEST(PageDateLabelsTest, ALongTextBeforeLabelsNothing) {
  EXPECT_EQ(LabelBeforeTime("<p>Updated rules for boats and ferries on the "
                            "lake came into force on <time>3 May</time>"),
            lexicon::Label::kNone);
}

TEST(PageDateLabelsTest, ALabelWithinTheTextComesFirst) {
  const ParsedPage parsed("<p>Published <time>Updated 3 May</time>");

  EXPECT_EQ(
      LabelOf(parsed.page, parsed.First(html::Tag::kTime), "Updated 3 May", {}),
      lexicon::Label::kUpdated);
}

TEST(PageDateLabelsTest, TheWordDateBelongsToTheLabelBeforeIt) {
  const auto label = [](std::string_view text) {
    const auto found = LabelledDatesIn(text, {});
    return found.empty() ? lexicon::Label::kNone : found.back().label;
  };

  EXPECT_EQ(label("Last updated date: 3 May 2024"), lexicon::Label::kUpdated);
  EXPECT_EQ(label("Updated: Date: 3 May 2024"), lexicon::Label::kUpdated);
  EXPECT_EQ(label("Published: 3 May 2024. Updated date: 4 May 2024"),
            lexicon::Label::kUpdated);
  EXPECT_EQ(label("Updated by the editor, date: 3 May 2024"),
            lexicon::Label::kPublished);
}

TEST(PageDateLabelsTest, ALabelWithItsOwnDateDoesNotLabelTheNextDate) {
  EXPECT_EQ(LabelBeforeTime("<p><time>Updated 4 May</time> <i>-</i> "
                            "<b>Updated 4 May 2024</b> <time>3 May</time>"),
            lexicon::Label::kNone);
  EXPECT_EQ(LabelBeforeTime("<p><b>Updated 4 May 2024</b> <time>3 May</time>"),
            lexicon::Label::kNone);
  EXPECT_EQ(LabelBeforeTime("<p><b>Updated on</b> <time>3 May</time>"),
            lexicon::Label::kUpdated);
}

/// Returns both times of a line as "published modified". Appends "?" if the
/// times are not certain.
std::string Moments(std::string_view line, bool is_date_line = false,
                    const dates::DateStyle& style = {}) {
  const MomentsOfLine moments = MomentsIn(line, style, is_date_line);
  if (moments.published.empty()) return "";
  return moments.published + " " + moments.modified +
         (moments.is_certain ? "" : " ?");
}

TEST(PageDateLabelsTest, IgnoresALabelWithinALabel) {
  for (const std::string_view line :
       {"更新时间：2024年5月4日 发布时间：2024年5月3日",
        "发布时间：2024年5月3日 更新时间：2024年5月4日",
        "更新時間：2024年5月4日 發稿時間：2024年5月3日",
        "發布時間：2024年5月3日 最後更新時間：2024年5月4日",
        "更新于2024年5月4日 发表于2024年5月3日",
        "最終更新日時：2024年5月4日 公開日時：2024年5月3日"}) {
    EXPECT_EQ(Moments(line), "2024-05-03 2024-05-04") << line;
  }
}

TEST(PageDateLabelsTest, ReadsBothLabelsInManyLanguages) {
  for (const std::string_view line :
       {"Updated 4 May 2024, first appeared 3 May 2024",
        "2024-05-03 · Stand: 2024-05-04",
        "2024-05-04 Stand: 2024-05-03",
        "Opdateret 2024-05-04 / Offentliggjort 2024-05-03",
        "Aangepast op 2024-05-04, geplaatst 2024-05-03",
        "Ändrad: 2024-05-04, skapad: 2024-05-03",
        "2024-05-03 (modifica il 2024-05-04)",
        "2024-05-03 | Última atualização em 2024-05-04",
        "Dodano: 2024-05-03, Zmieniono: 2024-05-04",
        "Vydáno: 2024-05-03, Upraveno: 2024-05-04",
        "Megjelent: 2024-05-03, módosítva: 2024-05-04",
        "Data publicării: 2024-05-03 Data actualizării: 2024-05-04",
        "Створено: 2024-05-03, Змінено: 2024-05-04",
        "Публикувано: 2024-05-03 Обновено: 2024-05-04",
        "Objavljeno: 2024-05-03, Zadnja izmjena: 2024-05-04",
        "تاريخ النشر: 2024-05-03 تاريخ التحديث: 2024-05-04",
        "תאריך פרסום: 2024-05-03 עדכון אחרון: 2024-05-04",
        "पब्लिश्ड: 2024-05-03 | अंतिम अद्यतन: 2024-05-04",
        "เผยแพร่: 2024-05-03 ปรับปรุง: 2024-05-04",
        "최종수정 2024-05-04 최초등록 2024-05-03",
        "업데이트 2024-05-04 | 입력 2024-05-03"}) {
    const bool contradicts = line.starts_with("2024-05-04 Stand");
    EXPECT_EQ(Moments(line), contradicts ? "" : "2024-05-03 2024-05-04")
        << line;
  }
}

TEST(PageDateLabelsTest, TheDateWithoutALabelIsTheOtherMoment) {
  EXPECT_EQ(Moments("Updated 4 May 2024, xyz 3 May 2024"),
            "2024-05-03 2024-05-04");
  EXPECT_EQ(Moments("Published 3 May 2024, xyz 4 May 2024"),
            "2024-05-03 2024-05-04");
  EXPECT_EQ(Moments("Xyz 4 May 2024, published 3 May 2024"),
            "2024-05-03 2024-05-04");
  EXPECT_EQ(Moments("Updated 4 May 2024, the fair begins 12 July 2024"), "");
  EXPECT_EQ(Moments("Updated 4 May 2024: the council of Laketown had voted for "
                    "the bridge on 3 May 2019"),
            "2019-05-03 2024-05-04 ?");
}

TEST(PageDateLabelsTest, OneDayMayHaveTwoTimes) {
  for (const std::string_view line :
       {"Published 3 May 2024 at 9:30 a.m. Updated at 7:15 p.m.",
        "Published 09:30 | Updated 19:15, 3 May 2024",
        "Updated: 19:15, published: 09:30, 3 May 2024",
        "3 May 2024, 9:30 am (updated 7:15 pm)",
        "Veröffentlicht: 3. Mai 2024, 9:30 Uhr – Aktualisiert: 19:15 Uhr",
        "Publié le 3 mai 2024 à 9h30, mis à jour à 19h15",
        "Publicado el 3 de mayo de 2024 a las 09:30. Actualizado a las 19:15",
        "发布时间：2024年5月3日 09:30 更新时间：19:15"}) {
    EXPECT_EQ(Moments(line), "2024-05-03T09:30:00 2024-05-03T19:15:00") << line;
  }
}

TEST(PageDateLabelsTest, OneDayOfProseHasNoMoments) {
  for (const std::string_view line :
       {"The rule was published on 3 May 2024 at 9:30 and updated at 19:15",
        "Published 3 May 2024 at 19:15, updated 9:30",
        "Published 3 May 2024, updated", "Published 3 May 2024 at 9:30",
        "Updated 3 May 2024 at 9:30. Doors open at 19:15"}) {
    EXPECT_EQ(Moments(line), "") << line;
  }
}

TEST(PageDateLabelsTest, OnlyADateLineHasMomentsWithoutLabels) {
  EXPECT_EQ(Moments("Xyz 4 May 2024, abc 3 May 2024", true),
            "2024-05-03 2024-05-04");
  EXPECT_EQ(Moments("Xyz 4 May 2024, abc 3 May 2024"), "");
  EXPECT_EQ(Moments("3 May 2024 – 5 May 2024", true), "");
  EXPECT_EQ(Moments("Xyz 3 May 2024, abc 3 May 2024", true), "");
}

TEST(PageDateLabelsTest, TheNameOfAnElementSaysWhatItsDateIs) {
  EXPECT_TRUE(TimeIsModified("<time class=date-modified>3 May 2024</time>"));
  EXPECT_TRUE(TimeIsModified("<p class=modified-date><time>3 May 2024</time>"));
  EXPECT_FALSE(TimeIsModified(
      "<p class=modified-date><time class=published>3 May 2024</time>"));
  EXPECT_FALSE(TimeIsModified(
      "<time class='date-modified date-published'>3 May 2024</time>"));
}

}  // namespace
}  // namespace newsmill::extract::metadata
