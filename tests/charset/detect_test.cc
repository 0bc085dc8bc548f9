#include "gtest/gtest.h"
#include "newsmill/charset/text.h"

namespace newsmill::charset {
namespace {

/// "Rain fell on the islands all night" in windows-1251 and in KOI8-R.
constexpr std::string_view k1251 =
    "\xC2\xF1\xFE \xED\xEE\xF7\xFC \xED\xE0 "
    "\xEE\xF1\xF2\xF0\xEE\xE2\xE0\xF5 \xF8\xE5\xEB "
    "\xE4\xEE\xE6\xE4\xFC";
constexpr std::string_view kKoi8 =
    "\xF7\xD3\xC0 \xCE\xCF\xDE\xD8 \xCE\xC1 "
    "\xCF\xD3\xD4\xD2\xCF\xD7\xC1\xC8 \xDB\xC5\xCC "
    "\xC4\xCF\xD6\xC4\xD8";
constexpr std::string_view kRain = "Всю ночь на островах шел дождь";

std::string PageText(std::string_view bytes) {
  const std::string page(bytes);
  return ToUtf8(page, SniffStoredHtml(page, {}));
}

TEST(DetectTest, DistinguishesCyrillicEncodings) {
  EXPECT_EQ(PageText(k1251), kRain);
  EXPECT_EQ(PageText(kKoi8), kRain);
}

TEST(DetectTest, DistinguishesPolishEncodings) {
  constexpr std::string_view kText = "Łódź: dwie łodzie są już w porcie, śluza";
  constexpr std::string_view kLatin2 =
      "\xA3\xF3"
      "d\xBC: dwie \xB3odzie s\xB1 ju\xBF w porcie, \xB6luza";
  constexpr std::string_view k1250 =
      "\xA3\xF3"
      "d\x9F: dwie \xB3odzie s\xB9 ju\xBF w porcie, \x9Cluza";

  EXPECT_EQ(PageText(kLatin2), kText);
  EXPECT_EQ(PageText(k1250), kText);
}

TEST(DetectTest, DetectsTheEscapesOfIso2022Jp) {
  const std::string bytes = "\x1B$B1+$,9_$k\x1B(B in Voss";
  constexpr std::string_view kText = "雨が降る in Voss";

  EXPECT_EQ(PageText(bytes), kText);
  EXPECT_EQ(SniffText(bytes, "")->encoding, Encoding::kIso2022Jp);
  EXPECT_EQ(SniffXml(bytes, "").encoding, Encoding::kIso2022Jp);
  EXPECT_EQ(SniffText(bytes.substr(0, 8), "")->encoding, Encoding::kIso2022Jp);
}

TEST(DetectTest, OtherEscapesAreNotIso2022Jp) {
  for (const std::string_view bytes :
       {"\x1B[31mred\x1B[0m", "\x1B(Bplain", "\x1B$B1+\x1B[0m",
        "\x1B$B\x07\x07\x07\x07\x1B(B", "caf\xC3\xA9 \x1B$B1+\x1B(B"}) {
    EXPECT_EQ(SniffText(bytes, "")->encoding, Encoding::kUtf8) << bytes;
  }
}

TEST(DetectTest, IgnoresMarkup) {
  const std::string script = "<script>" + std::string(9000, 'a') + "</script>";
  const std::string page = "<p title=x>" + std::string(kKoi8) + "</p>";

  EXPECT_EQ(SniffStoredHtml(script + page, {}).encoding, Encoding::kKoi8U);
  EXPECT_EQ(SniffStoredHtml(script + page, {}).evidence, Evidence::kBytes);
}

TEST(DetectTest, DetectionHasPriorityOverTheDefaultOfTheLanguage) {
  const std::string page = "<html lang=ru><p>" + std::string(kKoi8);

  EXPECT_EQ(SniffStoredHtml(page, {}).encoding, Encoding::kKoi8U);
  EXPECT_EQ(SniffStoredHtml("<html lang=ru>\xCF", {}).encoding,
            Encoding::kWindows1251);
}

TEST(DetectTest, TextWithFewCharactersBeyondAsciiIsWindows1252) {
  EXPECT_EQ(SniffStoredHtml("<p>caf\xE9 cr\xE8me", {}).evidence,
            Evidence::kDefault);
}

TEST(DetectTest, TextWithOneBrokenCharacterIsUtf8) {
  const std::string text = "señaló el público según él: más árboles aquí \xC3";

  EXPECT_EQ(SniffXml(text, "").encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffText(text, "")->encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffText("un caf\u00E9 peque\xC3...", "")->encoding,
            Encoding::kUtf8);
}

TEST(DetectTest, ValidUtf8HasPriorityOverALegacyLabel) {
  EXPECT_EQ(SniffStoredHtml("<p>señal</p>", {.label = "iso-8859-1"}).encoding,
            Encoding::kUtf8);
  EXPECT_EQ(SniffText("señal", "iso-8859-1")->encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffText("se\xF1"
                      "al",
                      "iso-8859-1")
                ->encoding,
            Encoding::kWindows1252);
  EXPECT_EQ(SniffText("plain", "iso-8859-1")->encoding, Encoding::kWindows1252);
}

}  // namespace
}  // namespace newsmill::charset
