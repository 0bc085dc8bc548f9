#include "extract/bylines/given_names.h"

#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

TEST(GivenNamesTest, KnowsCommonNamesInAnyCase) {
  for (const std::string_view name : {"Mario", "MARIO", "Anna-Lena", "José"}) {
    EXPECT_TRUE(IsCommonGivenName(name)) << name;
  }
}

TEST(GivenNamesTest, CitiesAndFamilyNamesAreNotGivenNames) {
  for (const std::string_view name : {"Florence", "Holm", "Leeds", ""}) {
    EXPECT_FALSE(IsCommonGivenName(name)) << name;
  }
}

}  // namespace
}  // namespace newsmill::extract::bylines
