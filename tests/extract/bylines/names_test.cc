#include "extract/bylines/names.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BylineTest, PlacesAreNoAuthors) {
  EXPECT_THAT(BylineOf("Jane Doe in New York").authors,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(BylineOf("Jane Doe in Oslo, Rome and New York").authors,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(BylineOf("Jane Doe in New York and John Roe in San Jose").authors,
              ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(BylineOf("JANE DOE and JOHN ROE in NEW YORK").authors,
              ElementsAre("JANE DOE", "JOHN ROE"));
}

TEST(BylineTest, ReadsSeveralNamesWithoutTheirRole) {
  const Byline byline = BylineOf("Jane Doe and John Roe, Staff Writers");

  EXPECT_THAT(byline.authors, ElementsAre("Jane Doe", "John Roe"));
}

TEST(BylineTest, AnAgencyIsNoAuthor) {
  const Byline byline = BylineOfLine("By Jane Doe, Reuters");

  EXPECT_THAT(byline.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(byline.agency, "Reuters");
}

TEST(BylineTest, DropsAddresses) {
  EXPECT_THAT(BylineOf("Jane Doe (jane@example.com)").authors,
              ElementsAre("Jane Doe"));
  EXPECT_THAT(BylineOf("jane@example.com (Jane Doe)").authors,
              ElementsAre("Jane Doe"));
}

TEST(BylineTest, ReadsNamesOfOtherScripts) {
  EXPECT_THAT(BylineOf("Иван Петров").authors, ElementsAre("Иван Петров"));
  EXPECT_THAT(BylineOf("王小明").authors, ElementsAre("王小明"));
  EXPECT_THAT(BylineOf("Ludwig van Beispiel").authors,
              ElementsAre("Ludwig van Beispiel"));
}

TEST(BylineTest, NamesNobodyWhenItDoesNotReadLikeNames) {
  for (const std::string_view text :
       {"Home", "the council of the valley", "Senior Editor", "3 May 2024",
        "What does it cost?"}) {
    EXPECT_THAT(BylineOf(text).authors, IsEmpty()) << text;
  }
}

TEST(NamesTest, KnowsAgenciesInAnyCase) {
  EXPECT_TRUE(IsAgency("REUTERS"));
  EXPECT_TRUE(IsAgency(" dpa, "));
  EXPECT_FALSE(IsAgency("Jane Doe"));
}

TEST(NamesTest, WordsOfRolesAndMenusAreNoNames) {
  EXPECT_FALSE(MayBeName("Editor"));
  EXPECT_FALSE(MayBeName("home"));
  EXPECT_TRUE(MayBeName("Doe"));
}

TEST(DatelineTest, NamesItsAgency) {
  EXPECT_EQ(AgencyOfDateline("BERGEN, Jan. 22 (Xinhua) -- The rain stopped"),
            "Xinhua");
  EXPECT_EQ(AgencyOfDateline("BERGEN (Norway) - The rain stopped"), "");
  EXPECT_EQ(AgencyOfDateline("The agency (Reuters) said it had rained"), "");
}

}  // namespace
}  // namespace newsmill::extract::bylines
