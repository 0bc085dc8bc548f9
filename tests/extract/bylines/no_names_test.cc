#include "extract/bylines/no_names.h"

#include <gtest/gtest.h>

namespace newsmill::extract::bylines {
namespace {

TEST(NoNamesTest, RecognizesAddresses) {
  EXPECT_TRUE(IsAddress("tessa@example.com"));
  EXPECT_TRUE(IsAddress("Example.com Sport"));
  EXPECT_FALSE(IsAddress("Tessa Moran"));
}

TEST(NoNamesTest, DistinguishesTeamsFromPlaceholders) {
  EXPECT_TRUE(IsNobody("Admin"));
  EXPECT_FALSE(IsNobody("Tessa Moran"));
  EXPECT_TRUE(IsCollective("The Example Team"));
  EXPECT_FALSE(IsCollective("Team"));
}

TEST(NoNamesTest, RecognizesWordsOfLinks) {
  EXPECT_TRUE(IsButton("See full bio"));
  EXPECT_FALSE(IsButton("See Tessa"));
}

TEST(NoNamesTest, RecognizesDegreesAndSuffixes) {
  EXPECT_TRUE(IsDegree("Ph.D."));
  EXPECT_FALSE(IsDegree("Moran"));
  EXPECT_TRUE(IsNameSuffix("Jr."));
  EXPECT_TRUE(IsUnknownDegree("CEPF®"));
  EXPECT_FALSE(IsUnknownDegree("Moran"));
}

TEST(NoNamesTest, RecognizesEastAsianNewsOffices) {
  EXPECT_TRUE(IsDesk("東港支局"));
  EXPECT_TRUE(IsDesk("东港日报"));
  EXPECT_FALSE(IsDesk("森田千夏"));
  EXPECT_FALSE(IsDesk("Tessa Moran"));
}

}  // namespace
}  // namespace newsmill::extract::bylines
