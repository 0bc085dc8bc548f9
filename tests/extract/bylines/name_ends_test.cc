#include "extract/bylines/name_ends.h"

#include <gtest/gtest.h>

namespace newsmill::extract::bylines {
namespace {

TEST(NameEndsTest, RemovesWordsOfLinksInCapitals) {
  EXPECT_EQ(WithoutButton("Tessa Moran WATCH LIVE"), "Tessa Moran");
  EXPECT_EQ(WithoutButton("Tessa Moran"), "Tessa Moran");
}

TEST(NameEndsTest, CutsADate) {
  EXPECT_EQ(WithoutDate("Tessa Moran 12 May 2024"), "Tessa Moran");
  EXPECT_EQ(WithoutDate("Tessa Moran May 12"), "Tessa Moran");
  EXPECT_EQ(WithoutDate("Tessa May"), "Tessa May");
}

TEST(NameEndsTest, CutsAnAgency) {
  EXPECT_EQ(WithoutAgency("TESSA MORAN AP"), "TESSA MORAN");
  EXPECT_EQ(WithoutAgency("Tessa AP"), "Tessa AP");
}

TEST(NameEndsTest, CutsDegrees) {
  EXPECT_EQ(WithoutDegrees("Tessa Moran M.D. PhD"), "Tessa Moran");
  EXPECT_EQ(WithoutDegrees("Linh Thi Do"), "Linh Thi Do");
}

TEST(NameEndsTest, CutsWordsBeforeADateOrAReadingTime) {
  EXPECT_EQ(WithoutDate("Rita Ros le 12 mai 2024"), "Rita Ros");
  EXPECT_EQ(WithoutDate("Rita Ros Lesezeit 5 Min."), "Rita Ros");
  EXPECT_EQ(WithoutDate("Rita Ros 5 min read"), "Rita Ros");
  EXPECT_EQ(WithoutDate("Studio 54"), "Studio 54");
}

}  // namespace
}  // namespace newsmill::extract::bylines
