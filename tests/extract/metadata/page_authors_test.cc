#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/bylines/author_names.h"
#include "fmt/format.h"
#include "tests/extract/metadata/page_fixture.h"

namespace newsmill::extract::metadata {
namespace {

using Strings = std::vector<std::string>;

Strings PeopleIn(std::string_view text, std::string_view site = "") {
  bylines::SiteNames names;
  names.Add(site);
  return NamesIn(text, bylines::NameSource::kStructured, names).people;
}

TEST(AuthorNamesTest, PartsSeveralAuthors) {
  EXPECT_EQ(PeopleIn("Jane Doe, John Roe and Ann Poe"),
            (Strings{"Jane Doe", "John Roe", "Ann Poe"}));
  EXPECT_EQ(PeopleIn("Juan Pérez y María Gil"),
            (Strings{"Juan Pérez", "María Gil"}));
}

TEST(AuthorNamesTest, KeepsJointsThatBelongToAName) {
  EXPECT_EQ(PeopleIn("José Ortega y Gasset"),
            (Strings{"José Ortega y Gasset"}));
}

TEST(AuthorNamesTest, DropsLabelsRolesDegreesAndAddresses) {
  EXPECT_EQ(PeopleIn("By Jane Doe, MD, PhD"), (Strings{"Jane Doe"}));
  EXPECT_EQ(PeopleIn("Jane Doe | Staff Writer"), (Strings{"Jane Doe"}));
  EXPECT_EQ(PeopleIn("Jane Doe <jane@example.com>"), (Strings{"Jane Doe"}));
  EXPECT_EQ(PeopleIn("Jane Doe CEPF®, CFA"), (Strings{"Jane Doe CEPF®"}));
}

TEST(AuthorNamesTest, WhoChangedItOrTookThePictureIsNoAuthor) {
  EXPECT_EQ(PeopleIn("Jane Doe, updated by John Roe"), (Strings{"Jane Doe"}));
  EXPECT_EQ(PeopleIn("Jane Doe, Photos: John Roe"), (Strings{"Jane Doe"}));
}

TEST(AuthorNamesTest, SomeWordsAreNoNameAtTheStartOnly) {
  const auto people = [](std::string_view text) {
    return NamesIn(text, bylines::NameSource::kText, bylines::SiteNames())
        .people;
  };

  EXPECT_EQ(people("By Nguyen The Anh"), (Strings{"Nguyen The Anh"}));
  EXPECT_EQ(people("By John Doe Senior"), (Strings{"John Doe Senior"}));
  EXPECT_EQ(people("By The Rain"), Strings());
  EXPECT_EQ(people("By Senior Gardener"), Strings());
}

TEST(AuthorNamesTest, KeepsCharactersWhole) {
  EXPECT_EQ(PeopleIn("शुभायन चक्रवर्ती"), (Strings{"शुभायन चक्रवर्ती"}));
}

TEST(AuthorNamesTest, AgenciesSitesAndNobodyAreNoAuthors) {
  EXPECT_EQ(PeopleIn("Reuters"), Strings());
  EXPECT_EQ(PeopleIn("admin"), Strings());
  EXPECT_EQ(PeopleIn("https://example.com/jane"), Strings());
  EXPECT_EQ(PeopleIn("EXAMPLE online", "Example"), Strings());
}

TEST(AuthorNamesTest, ASiteMayBeCalledLikeItsAuthor) {
  EXPECT_EQ(PeopleIn("Jane Doe", "Jane Doe"), (Strings{"Jane Doe"}));
}

TEST(AuthorNamesTest, ASiteOrItsTeamIsTheHouse) {
  bylines::SiteNames site;
  site.Add("Example Times");
  EXPECT_EQ(NamesIn("The Example Times", bylines::NameSource::kStructured, site)
                .house,
            "The Example Times");
  EXPECT_EQ(
      NamesIn("By the Weather Team", bylines::NameSource::kText, site).house,
      "the Weather Team");
}

TEST(PageAuthorsTest, ThePublisherSignsWhereNoPersonDoes) {
  EXPECT_EQ(MetadataOf("<meta property=og:site_name content='Example Times'>"
                       "<meta name=author content='Example Times'>"
                       "<h1>Rain in May</h1>")
                .authors,
            (Strings{"Example Times"}));
}

TEST(PageAuthorsTest, TakesAPersonBeforeAnOrganization) {
  EXPECT_EQ(MetadataOf("<script type='application/ld+json'>{\"@type\": "
                       "\"NewsArticle\", \"headline\": \"Rain in May\", "
                       "\"author\": {\"@type\": \"Organization\", \"name\": "
                       "\"Weather House\"}}</script><h1>Rain in May</h1>"
                       "<p class=byline>Jane Doe</p>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, OfOrganizationsOnlyThePublisherSigns) {
  const auto authors = [](const std::string& organization) {
    return MetadataOf(
               "<script type='application/ld+json'>{\"@type\": "
               "\"NewsArticle\", "
               "\"headline\": \"Rain in May\", \"author\": {\"@type\": "
               "\"Organization\", \"name\": \"" +
               organization +
               "\"}}</script><meta property=og:site_name "
               "content='Example Times'><h1>Rain in May</h1>")
        .authors;
  };

  EXPECT_EQ(authors("Ministry of Water"), Strings());
  EXPECT_EQ(authors("Reuters"), Strings());
  EXPECT_EQ(authors("Example Times Staff"), (Strings{"Example Times Staff"}));
  EXPECT_EQ(authors("Example Times &amp; Sons"),
            (Strings{"Example Times & Sons"}));
}

TEST(PageAuthorsTest, ALabelledBylineMayNameMoreThanTheMetadata) {
  EXPECT_EQ(MetadataOf("<script type='application/ld+json'>{\"@type\": "
                       "\"NewsArticle\", \"headline\": \"Rain in May\", "
                       "\"author\": \"Jane Doe\"}</script><h1>Rain in May</h1>"
                       "<p class=byline>By Jane Doe and John Roe</p>")
                .authors,
            (Strings{"Jane Doe", "John Roe"}));
}

TEST(PageAuthorsTest, LeavesOutTheRoleBehindAName) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p class=byline>Jane Doe Reporter"
                       "</p><a rel=author>Jane Doe Reporter</a>"
                       "<a rel=author>Jane Doe</a>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, TakesTwoPersonsWhoseNamesBeginAlike) {
  EXPECT_EQ(
      MetadataOf(
          "<meta name=author content='Maria José, Maria José Lopes'><h1>Rain")
          .authors,
      (Strings{"Maria José", "Maria José Lopes"}));
}

TEST(PageAuthorsTest, FindsTheNameBesideADateInOneElement) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1>"
                       "<p class=author>Jane Doe<br>4 May 2024</p>")
                .authors,
            (Strings{"Jane Doe"}));
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1>"
                       "<p class=author>May 4, 2024 · Jane Doe</p>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, ReadsALabelWithoutAColonThatStandsAlone) {
  EXPECT_EQ(
      MetadataOf("<h1>Rain in May</h1><h6>Author</h6><p>Jane Doe</p>").authors,
      (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, TakesOneWordBehindALabelOfItsOwn) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1>Posted by <a href=/x>RainFan</a>")
                .authors,
            (Strings{"RainFan"}));
}

TEST(PageAuthorsTest, WhoPublishedItIsTheAuthorOnlyInAByline) {
  const std::string text = "Published by Jane Doe</p>";
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>" + text).authors, Strings());
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p class=byline>" + text).authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, AHeadingOfATableIsNoNameOfOneWord) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><table><tr><th>Author</th>"
                       "<th>Visits</th></tr></table>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, TheAuthorOfABookInTheTextIsNotTheArticles) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>Books:</p>"
                       "<h3><em>The Rain</em> by Jane Doe</h3>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, APrepositionBetweenTwoLinksIsNoByline) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>All of the coast was hit "
                       "<a href=/x>hard</a> by <a href=/y>Storm Anna</a> on "
                       "the first day of the week.</p>")
                .authors,
            Strings());
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>Posted on <a href=/x>3 May 2024"
                       "</a> by <a href=/y>Jane Doe</a> in the newspaper's own "
                       "weather pages</p>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, AFooterOfTheArticleNamesItsAuthor) {
  EXPECT_EQ(MetadataOf("<article><h1>Rain in May</h1><footer class=node__meta>"
                       "Submitted by <span class=username>Jane Doe</span>"
                       "</footer></article>")
                .authors,
            (Strings{"Jane Doe"}));
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><div class=post-footer>Posted by "
                       "<span class=author>Jane Doe</span></div>")
                .authors,
            (Strings{"Jane Doe"}));
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><footer>Posted by "
                       "<span class=author>Jane Doe</span></footer>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, AStyleInAClassNamesNoSideOfThePage) {
  EXPECT_EQ(
      MetadataOf("<div class='md:[grid-area:sidebar]'><h1>Rain in May</h1>"
                 "<p>Written by</p><p>Jane Doe</p></div>")
          .authors,
      (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, BelievesJsonLdFirst) {
  EXPECT_EQ(MetadataOfJson(R"({"@type": "NewsArticle", "headline": "Rain",
                "author": {"@type": "Person", "name": "Jane Doe"}})")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, TakesABylineForAUserName) {
  EXPECT_EQ(MetadataOf("<meta name=author content=jdoe><h1>Rain in May</h1>"
                       "<p class=byline>By Jane Doe</p>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, TakesTheNameBehindALabelOfItsOwn) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><span>By</span> "
                       "<a href=/x>Jane Doe</a>")
                .authors,
            (Strings{"Jane Doe"}));
}

TEST(PageAuthorsTest, DoesNotTakeBylinesOfOtherArticles) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><aside><p class=byline>By Jane Doe"
                       "</p></aside>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, AnAgencyIsTheCredit) {
  const model::Article metadata =
      MetadataOf("<h1>Rain in May</h1><meta name=author content=Reuters>");

  EXPECT_EQ(metadata.authors, Strings());
  EXPECT_EQ(metadata.credit, "Reuters");
}

TEST(PageAuthorsTest, ANameSaidTwiceIsOne) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p class=byline>By Ana Roth, Ana "
                       "Roth Ana Roth</p>")
                .authors,
            (Strings{"Ana Roth"}));
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p class=byline>By Hassan Hassan"
                       "</p>")
                .authors,
            (Strings{"Hassan Hassan"}));
}

TEST(PageAuthorsTest, ReadsABylineBelowTheHeadline) {
  for (const std::string line :
       {"12 May 2024 by Ana Roth", "Ana Roth, science editor",
        "12 May 2024 | Source: Hill Press | Author: Ana Roth",
        "Analysis by Ana Roth", "Staff Writer Ana Roth"}) {
    EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>" + line + "</p>").authors,
              (Strings{"Ana Roth"}))
        << line;
  }
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p>Hill Valley</p>").authors,
            Strings());
}

TEST(PageAuthorsTest, IgnoresWordsOfLinksAndButtons) {
  for (const char* words :
       {"View full profile", "Follow", "WATCH LIVE", "退出", "Alle Artikel",
        "Voir tous les articles", "Войти"}) {
    const std::string page = fmt::format(
        "<meta name=author content='Ana Roth'><h1>Rain in May</h1>"
        "<a rel=author href=/a>{}</a>",
        words);

    EXPECT_EQ(MetadataOf(page).authors, (Strings{"Ana Roth"})) << words;
  }
}

TEST(PageAuthorsTest, ANameEndsWithItsElement) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><div class=author><b>Ana Roth</b>"
                       "<i>Weather Expert</i></div>")
                .authors,
            (Strings{"Ana Roth"}));
}

TEST(PageAuthorsTest, AnItemMayContainSeveralNames) {
  EXPECT_EQ(
      MetadataOf("<h1>Rain in May</h1><p itemprop='author creator' itemscope>"
                 "<b itemprop=name>Ana Roth</b> and <b itemprop=name>Ben Cole"
                 "</b></p>")
          .authors,
      (Strings{"Ana Roth", "Ben Cole"}));
}

TEST(PageAuthorsTest, TheCreatorOfAPictureIsNotAnAuthor) {
  EXPECT_EQ(MetadataOf("<meta name=author content='Ana Roth'>"
                       "<h1>Rain in May</h1><figure><figcaption>Hills "
                       "<span itemprop=creator>Ben Cole</span></figcaption>"
                       "</figure>")
                .authors,
            (Strings{"Ana Roth"}));
}

TEST(PageAuthorsTest, APersonCreditedForOtherWorkIsNotAnAuthor) {
  const std::string metas = "<meta name=author content='Ana Roth, Ben Cole'>";
  const std::string byline =
      "<h1>Rain in May</h1><p class=byline><a href=/author/x>Ana Roth</a></p>";

  EXPECT_EQ(MetadataOf(metas + byline +
                       "<p class=byline>Illustrations by Ben Cole</p>")
                .authors,
            (Strings{"Ana Roth"}));
  EXPECT_EQ(MetadataOf(metas + byline).authors,
            (Strings{"Ana Roth", "Ben Cole"}));
}

TEST(PageAuthorsTest, AnAsideAfterTheHeadlineMayNameTheAuthor) {
  EXPECT_EQ(MetadataOf("<article><h1>Rain in May</h1><aside>By <a>Ana Roth</a>"
                       "</aside></article>")
                .authors,
            (Strings{"Ana Roth"}));
  EXPECT_EQ(MetadataOf("<article><h1>Rain in May</h1><p>Rain.</p></article>"
                       "<aside class=byline>By <a>Ana Roth</a></aside>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, ALabelWithoutANameNamesNobody) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><span itemprop=author>作者："
                       "</span>")
                .authors,
            Strings());
}

TEST(PageAuthorsTest, ALinkToAnEditorsPageNamesTheAuthor) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1>"
                       "<a href=/about/editors/ana-roth/>Ana Roth</a>")
                .authors,
            (Strings{"Ana Roth"}));
}

TEST(AuthorNamesTest, DepartmentsOfTheSiteAreNotAuthors) {
  EXPECT_EQ(PeopleIn("Sports and Weather - Example Times", "Example Times"),
            Strings());
}

TEST(AuthorNamesTest, ACompanyAfterARoleIsNotAnAuthor) {
  EXPECT_EQ(PeopleIn("Ana Roth, Vice President, Rain Division, Hill Works"),
            (Strings{"Ana Roth"}));
}

class BylineLanguagesTest : public testing::TestWithParam<const char*> {};

TEST_P(BylineLanguagesTest, ReadsTheByline) {
  EXPECT_EQ(MetadataOf("<h1>X Y Z</h1><p class=byline>" +
                       std::string(GetParam()) + "</p>")
                .authors,
            (Strings{"Ana Roth"}));
}

INSTANTIATE_TEST_SUITE_P(
    Languages, BylineLanguagesTest,
    testing::Values(
        "By Ana Roth", "Von Ana Roth", "Par Ana Roth", "Por Ana Roth",
        "Di Ana Roth", "Door Ana Roth", "Av Ana Roth", "Af Ana Roth",
        "Автор: Ana Roth", "Autor: Ana Roth", "Oleh Ana Roth", "作者：Ana Roth",
        "記者：Ana Roth", "بقلم Ana Roth", "Autore: Ana Roth",
        "Auteur: Ana Roth", "Yazan: Ana Roth", "Kirjoittanut Ana Roth",
        "Skrevet av Ana Roth", "Tác giả: Ana Roth", "Szerző: Ana Roth",
        "Συντάκτης: Ana Roth", "Rédigé par Ana Roth", "Verfasst von Ana Roth",
        "Publicado por Ana Roth", "A cura di Ana Roth",
        "Geplaatst door Ana Roth", "Tekst: Ana Roth", "Teksti: Ana Roth",
        "Napisał Ana Roth", "Piše: Ana Roth", "Scris de Ana Roth",
        "Текст: Ana Roth", "Γράφει η Ana Roth", "Muhabir: Ana Roth",
        "Höfundur: Ana Roth", "लेखक: Ana Roth", "글: Ana Roth",
        "取材・文：Ana Roth"));

}  // namespace
}  // namespace newsmill::extract::metadata
