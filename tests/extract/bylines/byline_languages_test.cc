// Bylines in the forms of newspapers in many languages.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/bylines/author_names.h"

namespace newsmill::extract::bylines {
namespace {

struct Line {
  std::string language;
  std::string text;
  std::vector<std::string> people;
};

class LanguageLinesTest : public testing::TestWithParam<Line> {};

TEST_P(LanguageLinesTest, NamesOnlyTheAuthors) {
  const Line& line = GetParam();
  const Names names =
      NamesIn(line.text, NameSource::kText, SiteNames(), line.language);

  EXPECT_EQ(names.people, line.people) << line.text;
  EXPECT_TRUE(names.is_signed) << line.text;
}

class UnsignedLinesTest : public testing::TestWithParam<Line> {};

TEST_P(UnsignedLinesTest, NamesOnlyPeople) {
  const Line& line = GetParam();
  const Names names =
      NamesIn(line.text, NameSource::kText, SiteNames(), line.language);

  EXPECT_EQ(names.people, line.people) << line.text;
  EXPECT_FALSE(names.is_signed) << line.text;
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(
    Lines, LanguageLinesTest,
    testing::Values(
        Line{"en", "Commentary by Tessa Moran, health editor", {"Tessa Moran"}},
        Line{"en", "By Tessa Moran in Leeds and Alan Frith in Hull", {"Tessa Moran", "Alan Frith"}},
        Line{"en", "Tessa Moran, science editor, and Alan Frith, reporter", {"Tessa Moran", "Alan Frith"}},
        Line{"en", "By Tessa Moran Senior Staff Writer", {"Tessa Moran"}},
        Line{"de", "Ein Kommentar von Birte Lüders und Jens Kroll", {"Birte Lüders", "Jens Kroll"}},
        Line{"de", "Birte Lüders, Wirtschaftsredakteurin", {"Birte Lüders"}},
        Line{"fr", "Par Agnès Rolland à Lyon", {"Agnès Rolland"}},
        Line{"fr", "Agnès Rolland, envoyée spéciale", {"Agnès Rolland"}},
        Line{"es", "Por Lucía Prado en Buenos Aires", {"Lucía Prado"}},
        Line{"es", "Reportaje de Lucía Prado y Raúl Mena", {"Lucía Prado", "Raúl Mena"}},
        Line{"it", "dal nostro inviato Piero Sala", {"Piero Sala"}},
        Line{"pt", "Texto: Vera Pinho e Caio Reis", {"Vera Pinho", "Caio Reis"}},
        Line{"nl", "Tekst door Lotte Kuiper en Daan Mulder", {"Lotte Kuiper", "Daan Mulder"}},
        Line{"sv", "Politisk reporter Tove Ståhl", {"Tove Ståhl"}},
        Line{"da", "Af Birgit Juhl i Aarhus", {"Birgit Juhl"}},
        Line{"nb", "Journalist Kari Nes", {"Kari Nes"}},
        Line{"fi", "Kirjoittaja: Outi Laine ja Timo Koski", {"Outi Laine", "Timo Koski"}},
        Line{"pl", "Opracowanie: Hanna Lis", {"Hanna Lis"}},
        Line{"cs", "Autorka: Věra Nová a Jan Pokorný", {"Věra Nová", "Jan Pokorný"}},
        Line{"sk", "Napísala Viera Hudáková", {"Viera Hudáková"}},
        Line{"hu", "Szerző: Balog Edit", {"Balog Edit"}},
        Line{"ro", "De Corina Manea", {"Corina Manea"}},
        Line{"bg", "От Цветана Минкова", {"Цветана Минкова"}},
        Line{"hr", "Autorica: Tena Vuković i Ante Raos", {"Tena Vuković", "Ante Raos"}},
        Line{"sr", "Пише Невена Јовић", {"Невена Јовић"}},
        Line{"sl", "Besedilo: Anja Rozman in Miha Kos", {"Anja Rozman", "Miha Kos"}},
        Line{"el", "Της Σοφίας Κωστή", {"Σοφίας Κωστή"}},
        Line{"ru", "Материал подготовила Вера Зимина", {"Вера Зимина"}},
        Line{"uk", "Підготував Остап Гнатюк", {"Остап Гнатюк"}},
        Line{"tr", "Muhabir: Derya Uslu ve Can Ateş", {"Derya Uslu", "Can Ateş"}},
        Line{"ar", "بقلم: رنا خليل وعمر سعيد", {"رنا خليل", "عمر سعيد"}},
        Line{"fa", "به قلم شیرین کریمی", {"شیرین کریمی"}},
        Line{"he", "מאת: גלית שחר, כתבת לענייני כלכלה", {"גלית שחר"}},
        Line{"hi", "रिपोर्ट: मीना राव और अजय सेठ", {"मीना राव", "अजय सेठ"}},
        Line{"bn", "লিখেছেন: সোমা ঘোষ ও পলাশ নাথ", {"সোমা ঘোষ", "পলাশ নাথ"}},
        Line{"ta", "எழுதியவர்: தேவி சங்கர்", {"தேவி சங்கர்"}},
        Line{"ur", "تحریر: ثنا بیگ", {"ثنا بیگ"}},
        Line{"th", "เขียนโดย นภา ศรีทอง", {"นภา ศรีทอง"}},
        Line{"vi", "Phóng viên Đỗ Minh Hà", {"Đỗ Minh Hà"}},
        Line{"id", "Pewarta: Sri Utami dan Joko Wibowo", {"Sri Utami", "Joko Wibowo"}},
        Line{"zh", "本报记者 周静 黄磊", {"周静", "黄磊"}},
        Line{"zh", "2024-05-12 10:00 来源：东港日报 作者：周静", {"周静"}},
        Line{"zh-TW", "記者周靜／高雄報導", {"周靜"}},
        Line{"zh-TW", "【記者周靜高雄報導】", {"周靜"}},
        Line{"ja", "文＝森田千夏", {"森田千夏"}},
        Line{"ja", "[森田千夏記者]", {"森田千夏"}},
        Line{"ko", "[부산=연합] 윤하늘·조은별 기자", {"윤하늘", "조은별"}},
        Line{"ko", "사회부 윤하늘 기자", {"윤하늘"}},
        Line{"ca", "Per Gemma Roig", {"Gemma Roig"}},
        Line{"et", "Kirjutas Tiiu Kask", {"Tiiu Kask"}},
        Line{"lv", "Teksts: Inga Liepa un Andris Krūms", {"Inga Liepa", "Andris Krūms"}},
        Line{"lt", "Parengė Daiva Jonaitė", {"Daiva Jonaitė"}},
        Line{"sw", "Na Zawadi Mrema", {"Zawadi Mrema"}}));
// clang-format on

// clang-format off
INSTANTIATE_TEST_SUITE_P(
    MoreLines, LanguageLinesTest,
    testing::Values(
        Line{"en", "BY TESSA MORAN AND ALAN FRITH", {"TESSA MORAN", "ALAN FRITH"}},
        Line{"en", "BY TESSA MORAN IN LEEDS", {"TESSA MORAN"}},
        Line{"en", "By Tessa Moran From Leeds", {"Tessa Moran"}},
        Line{"en", "BY TESSA MORAN AND DAN FRITH", {"TESSA MORAN", "DAN FRITH"}},
        Line{"de", "VON BIRTE LÜDERS UND JENS KROLL", {"BIRTE LÜDERS", "JENS KROLL"}},
        Line{"es", "POR LUCÍA PRADO Y RAÚL MENA", {"LUCÍA PRADO", "RAÚL MENA"}},
        Line{"sv", "AV TOVE STÅHL OCH LARS EK", {"TOVE STÅHL", "LARS EK"}},
        Line{"de", "Von Birte Lüders (Text) und Jens Kroll (Fotos)", {"Birte Lüders"}},
        Line{"de", "Von Jens Kroll (Fotos) und Birte Lüders (Text)", {"Birte Lüders"}},
        Line{"nb", "Av Kari Nes (tekst) og Odd Vik (foto)", {"Kari Nes"}},
        Line{"en", "By Tessa Moran (The River) and Alan Frith", {"Tessa Moran", "Alan Frith"}},
        Line{"ko", "글 윤하늘 기자 사진 조은별 기자", {"윤하늘"}},
        Line{"ko", "기자명 윤하늘 입력 2024.05.12 10:00", {"윤하늘"}},
        Line{"en", "Photos and text by Tessa Moran", {"Tessa Moran"}},
        Line{"en", "By Tessa Moran Reading time 4 min", {"Tessa Moran"}},
        Line{"en", "By Tessa Moran 4 min read", {"Tessa Moran"}},
        Line{"fr", "Publié par Agnès Rolland le 12 mai 2024", {"Agnès Rolland"}},
        Line{"fr", "Par Agnès Rolland · Mis à jour le 12/05/2024", {"Agnès Rolland"}},
        Line{"nl", "Van onze verslaggever Daan Mulder", {"Daan Mulder"}},
        Line{"sv", "Av Tove Ståhl/TT", {"Tove Ståhl"}},
        Line{"ka", "ავტორი: მაია ლომიძე", {"მაია ლომიძე"}},
        Line{"ja", "森田千夏（編集委員）", {"森田千夏"}},
        Line{"ja", "編集部　森田千夏", {"森田千夏"}},
        Line{"zh", "编译：周静", {"周静"}},
        Line{"zh", "本报记者 周静 通讯员 黄磊", {"周静", "黄磊"}},
        Line{"zh", "东港日报记者周静雯报道", {"周静雯"}},
        Line{"zh-TW", "〔記者周靜／高雄報導〕", {"周靜"}},
        Line{"zh-TW", "中央社記者周靜雯高雄6日電", {"周靜雯"}}));

INSTANTIATE_TEST_SUITE_P(
    Lines, UnsignedLinesTest,
    testing::Values(
        Line{"en", "From Tessa Moran in Leeds", {"Tessa Moran"}},
        Line{"vi", "Theo Đỗ Minh Hà", {"Đỗ Minh Hà"}},
        Line{"en", "Theo Moran", {"Theo Moran"}},
        Line{"", "From Tessa Moran", {}},
        Line{"ja", "東港支局・森田千夏", {"森田千夏"}},
        Line{"ja", "東港新聞", {}},
        Line{"ja", "編集部より", {}},
        Line{"zh", "制作：周静", {}},
        Line{"it", "Redazione Torino", {}},
        Line{"en", "From the River", {}}));
// clang-format on

}  // namespace
}  // namespace newsmill::extract::bylines
