#include "extract/bylines/author_names.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Names NamesOf(std::string_view text, NameSource source = NameSource::kText) {
  SiteNames site;
  site.Add("Example Times");
  return NamesIn(text, source, site);
}

TEST(AuthorNamesTest, DropsLabelsDegreesAndRoles) {
  EXPECT_THAT(
      NamesOf("Written by: Jane Doe, MD, and John Roe | Staff Writer").people,
      ElementsAre("Jane Doe", "John Roe"));
}

TEST(AuthorNamesTest, KeepsASuffixWithItsName) {
  EXPECT_THAT(NamesOf("John Roe, Jr., Jane Doe").people,
              ElementsAre("John Roe, Jr.", "Jane Doe"));
}

TEST(AuthorNamesTest, DropsAddresses) {
  EXPECT_THAT(NamesOf("Jane Doe &lt;jane@example.com&gt;").people,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(NamesOf("jane@example.com (Jane Doe)").people,
              ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, TellsAgencyAndHouseFromPeople) {
  const Names names = NamesOf("Jane Doe, Reuters, Example Times");

  EXPECT_THAT(names.people, ElementsAre("Jane Doe"));
  EXPECT_EQ(names.agency, "Reuters");
  EXPECT_EQ(names.house, "Example Times");
}

TEST(AuthorNamesTest, OneWordIsANameInMetadataOnly) {
  EXPECT_THAT(NamesOf("Prince", NameSource::kStructured).people,
              ElementsAre("Prince"));
  EXPECT_THAT(NamesOf("Prince").people, IsEmpty());
}

TEST(AuthorNamesTest, NobodyInParticularIsNobody) {
  EXPECT_THAT(NamesOf("admin", NameSource::kStructured).people, IsEmpty());
  EXPECT_EQ(NamesOf("The River Team").house, "The River Team");
}

TEST(AuthorNamesTest, ALicenceNamesNoAuthor) {
  EXPECT_THAT(NamesOf("CC BY").people, IsEmpty());
  EXPECT_THAT(NamesOf("Photo, CC BY").people, IsEmpty());
}

TEST(AuthorNamesTest, WordsOfALinkMayPrecedeTheLabel) {
  EXPECT_THAT(NamesOf("More by Jane Doe", NameSource::kStructured).people,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(
      NamesOf("View all posts by Jane Doe", NameSource::kStructured).people,
      ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, APersonWhoUpdatedTheArticleIsNotAnAuthor) {
  EXPECT_THAT(NamesOf("Updated by Jane Doe", NameSource::kStructured).people,
              IsEmpty());
}

TEST(AuthorNamesTest, RemovesAnAgencyBetweenNameAndRole) {
  EXPECT_THAT(NamesOf("By JANE DOE AP Sports Writer").people,
              ElementsAre("JANE DOE"));
}

TEST(AuthorNamesTest, TheStaffOfADomainIsNotAnAuthor) {
  const Names names = NamesOf("Rain.example.com staff");

  EXPECT_THAT(names.people, IsEmpty());
  EXPECT_EQ(names.house, "");
}

TEST(AuthorNamesTest, TheNameOfASiteMayContainAPlace) {
  SiteNames site;
  site.Add("Wines in Leeds");

  const Names names = NamesIn("Wines in Leeds", NameSource::kStructured, site);

  EXPECT_THAT(names.people, IsEmpty());
  EXPECT_EQ(names.house, "Wines in Leeds");
}

TEST(AuthorNamesTest, ANameThatIsWrittenTwiceCountsOnce) {
  EXPECT_THAT(NamesOf("Jane Doe Jane Doe, JANE DOE").people,
              ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, AJointInsideOneNameSplitsNothing) {
  EXPECT_THAT(NamesOf("Ana Paz y Luz Mar", NameSource::kStructured).people,
              ElementsAre("Ana Paz", "Luz Mar"));
  EXPECT_THAT(NamesOf("Ortega y Gasset", NameSource::kStructured).people,
              ElementsAre("Ortega y Gasset"));
}

TEST(AuthorNamesTest, SeparatesAPhotographerInBracketsFromAuthors) {
  const Names names = NamesOf("Jane Doe (Text), John Roe (Photos)");

  EXPECT_THAT(names.people, ElementsAre("Jane Doe"));
  EXPECT_THAT(names.others, ElementsAre("John Roe"));
  EXPECT_THAT(NamesOf("Jane Doe (Photos: Roe)").people,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(NamesOf("Jane Doe (Editor)").people, ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, ReadsTheAgencyAfterASlash) {
  EXPECT_EQ(NamesOf("By Jane Doe/AFP").agency, "AFP");
  EXPECT_THAT(NamesOf("By Jane Doe/AFP").people, ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, APersonBesideSomethingElseIsNoName) {
  EXPECT_THAT(NamesOf("Jane Doe/Valley Press").people, IsEmpty());
  EXPECT_THAT(NamesOf("Jane Doe with photographs").people,
              ElementsAre("Jane Doe"));
}

TEST(AuthorNamesTest, ADotAfterALabelDoesNotSeparateNames) {
  EXPECT_THAT(NamesOf("写真・森田千夏").people, IsEmpty());
  EXPECT_THAT(NamesOf("文・森田千夏").people, ElementsAre("森田千夏"));
}

}  // namespace
}  // namespace newsmill::extract::bylines
