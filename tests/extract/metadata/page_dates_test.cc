#include "extract/metadata/page_dates.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "extract/dates/url_date.h"
#include "tests/extract/metadata/page_fixture.h"

namespace newsmill::extract::metadata {
namespace {

std::string PublishedOf(const std::string& html) {
  return MetadataOf(html).published_at;
}

TEST(PageDatesTest, BelievesTheArticleBeforeTheMetas) {
  EXPECT_EQ(
      PublishedOf("<script type='application/ld+json'>{\"@type\": "
                  "\"NewsArticle\", \"headline\": \"Rain\", \"datePublished\": "
                  "\"2024-01-23T14:30:00+01:00\"}</script><meta property="
                  "article:published_time content='2024-02-02T10:00:00Z'>"),
      "2024-01-23T14:30:00+01:00");
}

TEST(PageDatesTest, TakesTheMorePreciseStatementOfTheSameMoment) {
  EXPECT_EQ(PublishedOf("<meta property=article:published_time "
                        "content=2024-01-23><h1>Rain</h1>"
                        "<time datetime='2024-01-23T14:30:00+01:00'></time>"),
            "2024-01-23T14:30:00+01:00");
}

TEST(PageDatesTest, PrefersTheLocalFormOfTheSameInstant) {
  EXPECT_EQ(PublishedOf("<meta property=article:published_time "
                        "content='2024-01-24T02:30:00Z'><h1>Rain</h1>"
                        "<time datetime='2024-01-23T21:30:00-05:00'></time>"),
            "2024-01-23T21:30:00-05:00");
}

TEST(PageDatesTest, NeverTakesAnUpdateForThePublication) {
  const model::Article metadata = MetadataOf(
      "<h1>Rain</h1><p>Updated: <time datetime=2024-01-25></time></p>"
      "<p>Published: <time datetime=2024-01-23></time></p>");

  EXPECT_EQ(metadata.published_at, "2024-01-23");
  EXPECT_EQ(metadata.modified_at, "2024-01-25");
}

TEST(PageDatesTest, TheOnlyDateThatReadersAreShownIsBoth) {
  const model::Article metadata =
      MetadataOf("<h1>Rain</h1><p>Last updated: 25 January 2024</p>");

  EXPECT_EQ(metadata.published_at, "2024-01-25");
  EXPECT_EQ(metadata.modified_at, "2024-01-25");
}

TEST(PageDatesTest,
     LeavesThePublicationOpenWhereOnlyMachinesAreToldOfAnUpdate) {
  const model::Article metadata = MetadataOf(
      "<meta property=article:modified_time content='2024-01-25T10:00:00Z'>"
      "<h1>Rain</h1><p>Text.</p>");

  EXPECT_EQ(metadata.published_at, "");
  EXPECT_EQ(metadata.modified_at, "2024-01-25T10:00:00Z");
}

TEST(PageDatesTest, ReadsADateline) {
  const std::string rest =
      " The rain of this spring has filled the lakes of the whole country, and "
      "the farmers are glad of it, as they told us when we asked them today.";
  for (const char* dateline :
       {"3 May 2024 -", "Laketown, 3 May 2024 –", "Laketown, (3.5.2024).",
        "LAKETOWN, May 3, 2024 (Agency) –"}) {
    for (const std::string& text : {rest, rest + rest}) {
      EXPECT_EQ(PublishedOf("<html lang=de><h1>Rain</h1><p>" +
                            std::string(dateline) + text + "</p>"),
                "2024-05-03")
          << dateline;
    }
  }
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>On 3 May 2024 it rained." + rest), "");
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>It all came on 3 May 2024 –" + rest),
            "");
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>On 3 May 2024 – the third day of "
                        "rain –" +
                        rest),
            "");
}

TEST(PageDatesTest, AWordAloneBeforeADateIsItsLabel) {
  EXPECT_EQ(PublishedOf("<html lang=de><h1>Regen</h1><aside><dl><dt>Datum</dt>"
                        "<dd>3.5.2024</dd></dl></aside>"),
            "2024-05-03");
}

TEST(PageDatesTest, ALabelCountsMoreThanTheMachinesForm) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><time datetime='2024-05-09T10:00:00Z'>"
                        "Published on 3 May 2024</time>"),
            "2024-05-03");
}

TEST(PageDatesTest, ReadsTheDateInAByline) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>Published by Jane Anne Doe-Longname, "
                        "Weather Desk, on 3 May 2024</p>"),
            "2024-05-03");
}

TEST(PageDatesTest, RefusesRelativeDates) {
  for (const char* text : {"3 hours ago", "vor 3 Stunden", "hace 2 días",
                           "il y a 3 jours", "3小时前", "Yesterday, 14:30"}) {
    EXPECT_EQ(
        PublishedOf("<h1>Rain</h1><p class=date>" + std::string(text) + "</p>"),
        "")
        << text;
  }
}

TEST(PageDatesTest, IgnoresDatesInQuotations) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>Text.</p><blockquote>A reader, "
                        "3 May 2024</blockquote>"),
            "");
}

/// A page whose metadata give the time when it was made.
std::string PageMadeAt(std::string_view time, std::string_view shown) {
  const std::string at(time);
  return PublishedOf("<meta property=article:published_time content=" + at +
                     "><meta property=article:modified_time content=" + at +
                     "><h1>Rain</h1>" + std::string(shown));
}

TEST(PageDatesTest, TheMomentThePageWasMadeIsNotThePublication) {
  for (const char* shown :
       {"<p>Published 3 May 2024</p>", "<p class=published>3 May 2024</p>",
        "<p>Published: <time datetime=2024-05-03></time></p>",
        "<p class=date>3 May 2024</p>", "<p>3 May 2024</p>"}) {
    EXPECT_EQ(PageMadeAt("2024-05-09T10:00:00Z", shown), "2024-05-03") << shown;
  }
}

TEST(PageDatesTest, AnArticleNeverChangedKeepsItsDate) {
  for (const char* shown :
       {"<p>The fair: <time datetime=2024-05-03>3 May</time></p>",
        "<p>The fair: 3 May 2022</p>", "<p>The verdict of 12 June 2020</p>",
        "<figcaption>Oslo, 12 June 2020</figcaption>",
        "<p>Vienna, 12 June 2020 | Photo: Ana Roth</p>"}) {
    EXPECT_EQ(PageMadeAt("2024-05-09T10:00:00Z", shown), "2024-05-09T10:00:00Z")
        << shown;
  }
}

TEST(PageDatesTest, DayAndMonthInTheOtherOrderAreTheSameDay) {
  EXPECT_EQ(PageMadeAt("2024-09-05T10:00:00Z", "<p>9.5.2024</p>"),
            "2024-09-05T10:00:00Z");
}

TEST(PageDatesTest, ComparesMomentsWhateverTheirOffset) {
  EXPECT_EQ(PublishedOf("<meta property=article:published_time "
                        "content='2024-05-09T10:00:00+02:00'>"
                        "<meta property=article:modified_time "
                        "content='2024-05-09T09:00:00Z'>"
                        "<h1>Rain</h1><p>Published 3 May 2024</p>"),
            "2024-05-09T10:00:00+02:00");
}

TEST(PageDatesTest, KeepsTheMetadataWhereReadersAreShownTheSameDay) {
  EXPECT_EQ(PageMadeAt("2024-05-09T10:00:00Z",
                       "<p>Published 3 May 2024</p><p>9 May 2024</p>"),
            "2024-05-09T10:00:00Z");
  EXPECT_EQ(PageMadeAt("2024-05-04T02:00:00Z", "<p>Published 3 May 2024</p>"),
            "2024-05-04T02:00:00Z");
}

TEST(PageDatesTest, ReadsTheDateBetweenMarks) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>Ana Roth | Senior Correspondent for "
                        "Weather | July 2, 2025</p>"),
            "2025-07-02");
}

TEST(PageDatesTest, AListCalledMetaBelongsToTheArticle) {
  constexpr std::string_view kItems =
      "<li>13 Oct 2020 18:29</li><li>1479</li></ul>";
  EXPECT_EQ(
      PublishedOf("<h1>Rain</h1><ul class='nav meta'>" + std::string(kItems)),
      "2020-10-13T18:29:00");
  EXPECT_EQ(
      PublishedOf("<h1>Rain</h1><ul class='nav\nmeta'>" + std::string(kItems)),
      "2020-10-13T18:29:00");
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><ul class=nav>" + std::string(kItems)),
            "");
}

TEST(PageDatesTest, ReadsTheStateOfAScript) {
  const auto page = [](std::string_view state) {
    return PublishedOf("<h1>Rain</h1><script>let x = {" + std::string(state) +
                       "}</script>");
  };
  EXPECT_EQ(page(R"("publishedAt":"2024-05-03T10:00:00Z")"),
            "2024-05-03T10:00:00Z");
  EXPECT_EQ(page(R"(\"firstPublicationDate\":\"2024-05-03\")"), "2024-05-03");
  EXPECT_EQ(
      page(R"("publish_date" : "2024-05-03", "publishedAt":"2024-05-03")"),
      "2024-05-03");
}

TEST(PageDatesTest, AStateOfSeveralArticlesSaysNothing) {
  const auto page = [](std::string_view state) {
    return PublishedOf("<h1>Rain</h1><script>{" + std::string(state) +
                       "}</script>");
  };
  EXPECT_EQ(page(R"("publishedAt":"2024-05-03", "publishedAt":"2024-05-04")"),
            "");
  EXPECT_EQ(page(R"("publishedAt":"2024-05-03", "publishedAt":1714816800)"),
            "");
  EXPECT_EQ(page(R"("publishedAt":null, "isPublished":"2024")"), "");
  EXPECT_EQ(page(R"("unpublishDate":"2024-05-03", "published":"2024-05-03")"),
            "");
}

TEST(PageDatesTest, OneMomentInTwoZonesIsOne) {
  EXPECT_EQ(PublishedOf("<script>{\"publishedAt\":\"2024-01-23T23:30:00Z\","
                        "\"publishDate\":\"2024-01-24T00:30:00+01:00\"}"
                        "</script>"),
            "2024-01-23T23:30:00Z");
}

TEST(PageDatesTest, HostilePagesCostLinearTime) {
  std::string page = "<h1>Rain</h1><p><span>";
  for (int i = 0; i < 300; ++i) page += "The 3 May 2024 x<br>";
  page += "</span>";
  for (int i = 0; i < 500'000; ++i) page += "<b></b>";
  for (int i = 0; i < 300; ++i) page += "<i>3 May 2024</i>";

  EXPECT_EQ(PublishedOf(page), "2024-05-03");
}

TEST(PageDatesTest, TheStateOfAScriptIsReadLast) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>2 May 2024</p><script>"
                        "{\"publishedAt\":\"2024-05-03\"}</script>"),
            "2024-05-02");
}

TEST(PageDatesTest, IgnoresDatesOfOtherArticles) {
  EXPECT_EQ(PublishedOf("<h1>Rain</h1><p>Text.</p><aside>"
                        "<time datetime=2024-01-01></time>"
                        "<time datetime=2024-01-02></time></aside>"),
            "");
}

TEST(PageDatesTest, IgnoresWhatLiesBehindTheFetch) {
  EXPECT_EQ(MetadataOf(PageInput{.html = "<meta property=article:published_time"
                                         " content='2025-01-01T00:00:00Z'>",
                                 .fetched_at = "2024-06-01T00:00:00Z"})
                .published_at,
            "");
}

TEST(PageDatesTest, TakesTheFeedWhereThePageIsSilent) {
  PageInput input{.html = "<h1>Rain</h1>"};
  input.feed.published = "Tue, 23 Jan 2024 14:30:00 GMT";

  EXPECT_EQ(MetadataOf(input).published_at, "2024-01-23T14:30:00Z");
}

TEST(PageDatesTest, ReadsTheUrlLast) {
  EXPECT_EQ(MetadataOf(PageInput{.html = "<h1>Rain</h1>",
                                 .url = "https://example.com/2024/01/23/rain"})
                .published_at,
            "2024-01-23");
}

TEST(PageDatesTest, ReadsBothDatesOfALine) {
  for (const std::string_view line :
       {"Published: 07:15, 8 August 2022 | Updated: 16:10, 9 August 2022",
        "8 August 2022 07:15 (updated 9 August 2022 16:10)",
        "Veröffentlicht am 08.08.2022 um 07:15 Uhr, aktualisiert am "
        "09.08.2022 um 16:10 Uhr",
        "Publié le 8 août 2022 à 07h15 - Mis à jour le 9 août 2022 à 16h10",
        "Publicado el 8 de agosto de 2022, 07:15. Actualizado el 9 de agosto "
        "de 2022, 16:10",
        "입력 2022.08.08 07:15 수정 2022.08.09 16:10"}) {
    const auto page =
        MetadataOf("<h1>Rain</h1><p class=meta>" + std::string(line));

    EXPECT_EQ(page.published_at, "2022-08-08T07:15:00") << line;
    EXPECT_EQ(page.modified_at, "2022-08-09T16:10:00") << line;
  }
}

TEST(PageDatesTest, EachElementOfALineKeepsItsLabel) {
  for (const std::string_view line :
       {"<p><time datetime=2022-08-09>Updated 9 August</time> "
        "<time datetime=2022-08-08>8 August</time></p>",
        "<p><time datetime=2022-08-09>Updated 9 August</time> "
        "<time datetime=2022-08-08>Published 8 August</time></p>",
        "<p><time datetime=2022-08-09>Aktualisiert: 9.8.2022</time> "
        "<time datetime=2022-08-08>8.8.2022</time></p>",
        "<div><span>Updated 9 August 2022</span> "
        "<span>8 August 2022</span></div>",
        "<div class=dates><span>Updated 9 August 2022</span>"
        "<span>8 August 2022</span></div>"}) {
    const auto page =
        MetadataOf("<html lang=de><h1>Rain</h1>" + std::string(line));

    EXPECT_EQ(page.published_at, "2022-08-08") << line;
    EXPECT_EQ(page.modified_at, "2022-08-09") << line;
  }
}

TEST(PageDatesTest, AnUpdateIsNotThePublicationIfItsLineHasAnEarlierDate) {
  const auto page = MetadataOf(
      "<h1>Rain</h1><p>Updated 9 August 2022 – what we have said here since "
      "the storm of 3 May 2019</p>");

  EXPECT_EQ(page.published_at, "");
  EXPECT_EQ(page.modified_at, "2022-08-09");
}

TEST(PageDatesTest, ALineOfDetailsIsADateLine) {
  const PageEvidence evidence;

  EXPECT_TRUE(IsDateLine(evidence,
                         "By Jane Doe | Published: 8 August 2022, "
                         "07:15 | Updated: 9 August 2022, 16:10"));
  EXPECT_FALSE(
      IsDateLine(evidence, "The storm of 8 August 2022 was a bad one"));
}

TEST(PageDatesTest, ReadsAnUpdateAfterTheByline) {
  EXPECT_EQ(MetadataOf("<h1>Rain</h1><p>By Ana Roth - Updated August 9, 2022 "
                       "4:10 pm")
                .modified_at,
            "2022-08-09T16:10:00");
}

TEST(PageDatesTest, IgnoresADateMoreThanADayAfterTheFetch) {
  const std::string html =
      "<meta property=article:published_time content=2022-08-11><h1>Rain</h1>";

  EXPECT_EQ(MetadataOf({.html = html, .fetched_at = "2022-08-09T10:00:00Z"})
                .published_at,
            "");
  EXPECT_EQ(MetadataOf({.html = html, .fetched_at = "2022-08-10T10:00:00Z"})
                .published_at,
            "2022-08-11");
}

TEST(PageDatesTest, OrderFollowsAddressAndLanguage) {
  EXPECT_EQ(StyleOf("de", "https://example.com/").order,
            dates::DayOrder::kDayFirst);
  EXPECT_EQ(StyleOf("en-US", "https://example.com/").order,
            dates::DayOrder::kMonthFirst);
  EXPECT_EQ(StyleOf("en-US", "https://example.co.uk/").order,
            dates::DayOrder::kDayFirst);
  EXPECT_EQ(StyleOf("en", "https://example.com/").order,
            dates::DayOrder::kUnknown);
}

TEST(PageDatesTest, ReadsDatesInUrls) {
  for (const auto& [url, date] :
       {std::pair("https://example.com/2024/01/23/rain", "2024-01-23"),
        std::pair("https://example.com/news/2024-01-23-rain", "2024-01-23"),
        std::pair("https://example.com/a/2024/jan/23/rain", "2024-01-23"),
        std::pair("https://example.com/20240123/rain", "2024-01-23"),
        std::pair("https://example.com/23-01-2024-rain", "2024-01-23"),
        std::pair("https://example.com/03-04-2024-rain", ""),
        std::pair("https://example.com/2024/01/rain", ""),
        std::pair("https://example.com/id/20249923", ""),
        std::pair("https://example.com/x?day=2024-01-23", "")}) {
    EXPECT_EQ(dates::DateOfUrl(url, {}), date) << url;
  }
}

/// Date lines of many languages, with their day.
struct DateLine {
  const char* language;
  const char* text;
};
class DateLanguagesTest : public testing::TestWithParam<DateLine> {};

TEST_P(DateLanguagesTest, ReadsTheDateUnderTheHeadline) {
  const auto& [language, text] = GetParam();
  EXPECT_EQ(PublishedOf("<html lang=" + std::string(language) +
                        "><h1>X Y Z</h1><p class=date>" + text + "</p>"),
            "2024-05-03")
      << language;
}

INSTANTIATE_TEST_SUITE_P(
    Languages, DateLanguagesTest,
    testing::Values(
        DateLine{"en", "May 3, 2024"}, DateLine{"en-GB", "3rd May 2024"},
        DateLine{"de", "3. Mai 2024"}, DateLine{"fr", "vendredi 3 mai 2024"},
        DateLine{"es", "3 de mayo de 2024"}, DateLine{"it", "3 maggio 2024"},
        DateLine{"pt", "3 de maio de 2024"}, DateLine{"nl", "3 mei 2024"},
        DateLine{"sv", "3 maj 2024"}, DateLine{"fi", "3. toukokuuta 2024"},
        DateLine{"nb", "3. mai 2024"}, DateLine{"da", "3. maj 2024"},
        DateLine{"pl", "3 maja 2024"}, DateLine{"cs", "3. května 2024"},
        DateLine{"sk", "3. mája 2024"}, DateLine{"hu", "2024. május 3."},
        DateLine{"ro", "3 mai 2024"}, DateLine{"bg", "3 май 2024 г."},
        DateLine{"el", "3 Μαΐου 2024"}, DateLine{"ru", "3 мая 2024"},
        DateLine{"uk", "3 травня 2024"}, DateLine{"sr", "3. maja 2024."},
        DateLine{"hr", "3. svibnja 2024."}, DateLine{"sl", "3. maja 2024"},
        DateLine{"lt", "2024 m. gegužės 3 d."}, DateLine{"et", "3. mai 2024"},
        DateLine{"tr", "3 Mayıs 2024"}, DateLine{"ca", "3 de maig de 2024"},
        DateLine{"id", "3 Mei 2024"}, DateLine{"vi", "3 tháng 5, 2024"},
        DateLine{"th", "3 พฤษภาคม 2567"}, DateLine{"ar", "3 مايو 2024"},
        DateLine{"he", "3 במאי 2024"}, DateLine{"fa", "۳ مه ۲۰۲۴"},
        DateLine{"hi", "3 मई 2024"}, DateLine{"bn", "৩ মে ২০২৪"},
        DateLine{"zh", "2024年5月3日"}, DateLine{"ja", "2024年5月3日"},
        DateLine{"th", "3 พ.ค. 2567"},
        DateLine{"vi", "Ngày 3 tháng 5 năm 2024"},
        DateLine{"lv", "2024. gada 3. maijs"}, DateLine{"kk", "3 мамыр 2024"},
        DateLine{"ka", "3 მაისი 2024"}, DateLine{"hy", "3 մայիսի 2024"},
        DateLine{"gu", "3 મે 2024"}, DateLine{"kn", "3 ಮೇ 2024"},
        DateLine{"ml", "3 മേയ് 2024"}, DateLine{"pa", "3 ਮਈ 2024"},
        DateLine{"ne", "३ मे २०२४"}, DateLine{"ko", "2024년 5월 3일"},
        DateLine{"de", "03.05.24"}),
    // Some languages have several lines. Test names cannot have hyphens.
    [](const testing::TestParamInfo<DateLine>& line) {
      std::string name = line.param.language;
      std::erase(name, '-');
      return name + std::to_string(line.index);
    });

}  // namespace
}  // namespace newsmill::extract::metadata
