#include "gtest/gtest.h"
#include "newsmill/charset/text.h"

namespace newsmill::charset {
namespace {

Encoding HtmlEncoding(std::string_view bytes, const Hints& hints = {}) {
  return SniffHtml(bytes, hints).encoding;
}

TEST(SniffHtmlTest, TheMarkWinsOverTheLabelAndTheLabelOverThePage) {
  const std::string page = "<meta charset=koi8-r>\xD0\x9F";

  EXPECT_EQ(HtmlEncoding("\xEF\xBB\xBF" + page, {.label = "big5"}),
            Encoding::kUtf8);
  EXPECT_EQ(HtmlEncoding(page, {.label = "big5"}), Encoding::kBig5);
  EXPECT_EQ(HtmlEncoding(page, {.label = "nonsense"}), Encoding::kKoi8R);
  EXPECT_EQ(HtmlEncoding("\xD0\x9F", {.label = "nonsense"}), Encoding::kUtf8);
}

TEST(SniffHtmlTest, ReadsBothFormsOfMeta) {
  EXPECT_EQ(HtmlEncoding("<META CHARSET = 'Shift_JIS' >"), Encoding::kShiftJis);
  EXPECT_EQ(HtmlEncoding("<meta content='text/html;charset=euc-kr' "
                         "http-equiv=Content-Type>"),
            Encoding::kEucKr);
  EXPECT_EQ(PrescannedEncoding("<meta content='charset=euc-kr'>"),
            std::nullopt);
}

TEST(SniffHtmlTest, SomeEncodingsCannotBeDeclaredInAPage) {
  EXPECT_EQ(HtmlEncoding("<meta charset=utf-16be>"), Encoding::kUtf8);
  EXPECT_EQ(HtmlEncoding("<meta charset=x-user-defined>"),
            Encoding::kWindows1252);
}

TEST(SniffHtmlTest, CommentsAndAttributesOfOthersSayNothing) {
  EXPECT_EQ(PrescannedEncoding("<!-- <meta charset=koi8-r> -->"), std::nullopt);
  EXPECT_EQ(PrescannedEncoding("<a title='<meta charset=koi8-r>'>"),
            std::nullopt);
  EXPECT_EQ(PrescannedEncoding("<meta charset=koi8-r"), std::nullopt);
  EXPECT_EQ(PrescannedEncoding("<!--><meta charset=koi8-r>"), Encoding::kKoi8R);
}

TEST(SniffHtmlTest, AnXmlDeclarationComesBehindMeta) {
  EXPECT_EQ(HtmlEncoding("<?xml version='1.0' encoding=\"gbk\"?><html>"),
            Encoding::kGbk);
  EXPECT_EQ(HtmlEncoding("<?xml version='1.0' encoding='gbk'?>"
                         "<meta charset=big5>"),
            Encoding::kBig5);
  EXPECT_EQ(HtmlEncoding(std::string("<\0?\0x\0", 6)), Encoding::kUtf16Le);
}

TEST(SniffHtmlTest, ALateMetaIsFoundOutsideOfScripts) {
  const std::string filler(3000, ' ');

  EXPECT_EQ(HtmlEncoding(filler + "<meta charset=koi8-r>"), Encoding::kKoi8R);
  EXPECT_EQ(HtmlEncoding(filler + "<script>'<meta charset=koi8-r>'</script>"
                                  "<meta charset=big5>"),
            Encoding::kBig5);
  EXPECT_EQ(HtmlEncoding(std::string(70'000, ' ') + "<meta charset=koi8-r>"),
            Encoding::kUtf8);
}

TEST(SniffHtmlTest, WithoutAWordTheLanguageDecidesWhatIsNotUtf8) {
  EXPECT_EQ(HtmlEncoding("<html lang=ru>\xCF"), Encoding::kWindows1251);
  EXPECT_EQ(HtmlEncoding("<html lang=ru>\xD0\x9F"), Encoding::kUtf8);
  EXPECT_EQ(HtmlEncoding("\xCF", {.language = "zh-Hant-HK"}), Encoding::kBig5);
  EXPECT_EQ(HtmlEncoding("\xCF", {.language = "zh"}), Encoding::kGbk);
  EXPECT_EQ(HtmlEncoding("\xCF", {.language = "en"}), Encoding::kWindows1252);
  EXPECT_EQ(HtmlEncoding("\xCF"), Encoding::kWindows1252);
}

TEST(SniffStoredHtmlTest, APageThatWasReEncodedNamesItsOldEncoding) {
  const std::string meta = "<meta charset=euc-kr>";
  const std::string text = "한글 문서는 여기에서 시작합니다";

  EXPECT_EQ(SniffStoredHtml(meta + text, {}).encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffStoredHtml(meta + "\xC7\xD1", {}).encoding, Encoding::kEucKr);
  EXPECT_EQ(SniffStoredHtml(meta, {}).encoding, Encoding::kEucKr);
  EXPECT_EQ(SniffStoredHtml(text, {.label = "euc-kr"}).encoding,
            Encoding::kUtf8);
  EXPECT_EQ(SniffStoredHtml("<meta charset=utf-8>\xC7\xD1", {}).encoding,
            Encoding::kUtf8);
}

TEST(SniffTextTest, AnUnknownLabelMattersOnlyToOtherBytes) {
  EXPECT_EQ(SniffText("gr\xC3\xBC", "nonsense")->encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffText("gr\xFC", "nonsense"), std::nullopt);
  EXPECT_EQ(SniffText("gr\xFC", "")->encoding, Encoding::kWindows1252);
  EXPECT_EQ(SniffText("gr\xFC", "latin2")->encoding, Encoding::kIso88592);
}

TEST(SniffXmlTest, TheLabelWinsOverTheDeclaration) {
  const std::string feed = "<?xml version='1.0' encoding='koi8-r'?>\xCF";

  EXPECT_EQ(SniffXml(feed, "").encoding, Encoding::kKoi8R);
  EXPECT_EQ(SniffXml("\n " + feed, "").encoding, Encoding::kKoi8R);
  EXPECT_EQ(SniffXml(feed, "windows-1251").encoding, Encoding::kWindows1251);
}

TEST(SniffXmlTest, WhatTheBytesContradictIsNotBelieved) {
  const std::string utf8 = "<?xml encoding='iso-8859-1'?>\xC3\xA9";
  const std::string latin = "<?xml encoding='utf-8'?>\xE9";

  EXPECT_EQ(SniffXml(utf8, "").encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffXml(latin, "us-ascii").encoding, Encoding::kWindows1252);
  EXPECT_EQ(SniffXml(latin, "").encoding, Encoding::kWindows1252);
  EXPECT_EQ(SniffXml("<?xml encoding='utf-16'?><rss/>", "").encoding,
            Encoding::kUtf8);
  EXPECT_EQ(SniffXml("<rss/>", "utf-16").encoding, Encoding::kUtf8);
}

TEST(SniffXmlTest, AFewBrokenBytesDoNotContradictUtf8) {
  const std::string feed = "<?xml encoding='utf-8'?>";

  EXPECT_EQ(SniffXml(feed + "m\u00E1s peque\xC3...", "").encoding,
            Encoding::kUtf8);
  EXPECT_EQ(SniffXml(feed + "m\u00E1s \x92", "").encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffXml(feed + "peque\xC3...", "").encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffXml("peque\xC3", "utf-8").encoding, Encoding::kUtf8);
  EXPECT_EQ(SniffXml(feed + "un caf\xE9 cr\xE8me, m\u00E1s", "").encoding,
            Encoding::kWindows1252);
  EXPECT_EQ(SniffXml(feed + "Stra\xDF"
                            "e, Spa\xDF.",
                     "")
                .encoding,
            Encoding::kWindows1252);
}

TEST(SniffXmlTest, ACharacterThatIsCutIsEvidenceOfUtf8) {
  const std::string feed = "<?xml encoding='utf-8'?>";

  for (const char* text :
       {"It\u2019s the bakers\xE2\x80 day", "the \xE2\x80 day",
        "a bridge \xF0\x9F\x98...", "\u6771\xE4\xBA"}) {
    EXPECT_EQ(SniffXml(feed + text, "").encoding, Encoding::kUtf8) << text;
  }
  EXPECT_EQ(SniffText("It\u2019s the bakers\xE2\x80 day", "")->encoding,
            Encoding::kUtf8);
}

TEST(SniffXmlTest, ALetterBeforeASignIsNoCutCharacter) {
  const std::string feed = "<?xml encoding='utf-8'?>";

  for (const char* text :
       {"Le \xAB\xA0"
        "caf\xE9\xBB noir",
        "un caf\xE9\x85", "Nestl\xE9\xAE", "voil\xE0\xA0!"}) {
    EXPECT_EQ(SniffXml(feed + text, "").encoding, Encoding::kWindows1252)
        << text;
  }
}

TEST(SniffXmlTest, ShortChineseIsNotMistakenForUtf8) {
  EXPECT_EQ(SniffXml("<?xml encoding='gb2312'?>\xC1\xAA\xCD\xA8", "").encoding,
            Encoding::kGbk);
  EXPECT_EQ(SniffXml("<?xml encoding='gb2312'?>\xCD\xA8", "").encoding,
            Encoding::kGbk);
}

TEST(SniffJsonTest, JsonWithAFewBrokenBytesIsUtf8) {
  for (const char* label : {"", "iso-8859-1", "nonsense", "utf-8"}) {
    for (const char* json :
         {"[\"K\u00FCste \xFF\"]", "[\"the \xE2\x80 day\"]"}) {
      EXPECT_EQ(SniffJson(json, label)->encoding, Encoding::kUtf8) << json;
    }
  }
}

TEST(SniffJsonTest, JsonWithoutUtf8MayBeInAnotherEncoding) {
  // The second text is Russian. "Её" in it is also valid UTF-8.
  EXPECT_EQ(SniffJson("[\"K\xFCste\"]", "")->encoding, Encoding::kWindows1252);
  EXPECT_EQ(SniffJson("[\"\xC5\xB8 \xE4\xEE\xEC\"]", "cp1251")->encoding,
            Encoding::kWindows1251);
  EXPECT_EQ(SniffJson("[\"\xC1\xAA\xCD\xA8\"]", "gbk")->encoding,
            Encoding::kGbk);
  EXPECT_EQ(SniffJson(std::string("[\0]\0", 4), "utf-16le")->encoding,
            Encoding::kUtf16Le);
}

TEST(ToUtf8Test, TheMarkIsNotText) {
  const std::string bytes("\xFF\xFEg\0r\0", 6);

  EXPECT_EQ(ToUtf8(bytes, SniffHtml(bytes, {})), "gr");
  EXPECT_EQ(ToUtf8("\xEF\xBB\xBFx", *SniffText("\xEF\xBB\xBFx", "")), "x");
}

TEST(MayHoldZerosTest, IsTrueOfWideEncodings) {
  EXPECT_TRUE(MayHoldZeros("\xFF\xFE", ""));
  EXPECT_TRUE(MayHoldZeros("", " UTF-16 "));
  EXPECT_TRUE(MayHoldZeros("", "utf-32"));
  EXPECT_TRUE(MayHoldZeros(std::string_view("\0<\0?\0x", 6), ""));
  EXPECT_FALSE(MayHoldZeros("\xEF\xBB\xBF", "utf-8"));
}

}  // namespace
}  // namespace newsmill::charset
