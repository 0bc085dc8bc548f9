#include "extract/bylines/roles.h"

#include <gtest/gtest.h>

namespace newsmill::extract::bylines {
namespace {

std::string_view NameOf(std::string_view text) {
  return NameWithoutRole(text).name;
}

TEST(RolesTest, RemovesARoleBeforeOrAfterTheName) {
  EXPECT_EQ(NameOf("Reporter Tessa Moran"), "Tessa Moran");
  EXPECT_EQ(NameOf("Tessa Moran Health Reporter"), "Tessa Moran");
  EXPECT_EQ(NameOf("Tessa Moran chief political correspondent"), "Tessa Moran");
  EXPECT_EQ(NameOf("अमन वर्मा संवाददाता"), "अमन वर्मा");
}

TEST(RolesTest, ARoleAloneNamesNobody) {
  EXPECT_EQ(NameOf("Political Correspondent"), "");
}

TEST(RolesTest, KeepsNamesWithoutARole) {
  for (const std::string_view name : {"Tessa Moran", "周静", "윤하늘"}) {
    EXPECT_EQ(NameOf(name), name);
    EXPECT_FALSE(NameWithoutRole(name).had_role);
  }
}

TEST(RolesTest, RecognizesGermanCompoundRoles) {
  EXPECT_TRUE(HoldsRole("Sportredakteurin"));
  EXPECT_FALSE(HoldsRole("Birte Lüders"));
}

TEST(RolesTest, RemovesTheNewspaperBeforeAReporter) {
  EXPECT_EQ(NameOf("东港晚报记者周静雯"), "周静雯");
  EXPECT_EQ(NameOf("中央社記者周靜高雄12日電"), "周靜");
  EXPECT_FALSE(NameWithoutRole("两名记者周静").had_role);
  EXPECT_FALSE(NameWithoutRole("东港晚报记者今日获悉").had_role);
}

}  // namespace
}  // namespace newsmill::extract::bylines
