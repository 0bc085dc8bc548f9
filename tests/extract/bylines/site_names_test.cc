#include "extract/bylines/site_names.h"

#include "gtest/gtest.h"

namespace newsmill::extract::bylines {
namespace {

SiteNames Site(std::string_view name) {
  SiteNames site;
  site.Add(name);
  return site;
}

TEST(SiteNamesTest, CaseBlanksAndMarksDoNotCount) {
  const SiteNames site = Site("Example Times");

  EXPECT_TRUE(site.IsName("EXAMPLE-TIMES"));
  EXPECT_TRUE(site.IsName("exampletimes"));
  EXPECT_FALSE(site.IsName("Example"));
}

TEST(SiteNamesTest, WordsThatSitesAddDoNotCount) {
  const SiteNames site = Site("The Example Times");

  EXPECT_TRUE(site.IsName("Example Times Online"));
  EXPECT_TRUE(site.IsName("ExampleTimes.com"));
}

TEST(SiteNamesTest, ADomainCountsWithoutItsSuffix) {
  SiteNames site;
  site.AddDomain("example-times.co.uk");

  EXPECT_TRUE(site.IsName("Example Times"));
}

TEST(SiteNamesTest, IsLikeANameThatHoldsItOrIsAPartOfIt) {
  const SiteNames site = Site("Example Times");

  EXPECT_TRUE(site.IsLikeName("Example Times Sport"));
  EXPECT_TRUE(site.IsLikeName("Example"));
  EXPECT_FALSE(site.IsLikeName("Sport"));
  EXPECT_FALSE(site.IsLikeName("Ex"));
}

TEST(SiteNamesTest, OneLetterIsNoName) {
  EXPECT_FALSE(Site("X").IsName("X"));
  EXPECT_FALSE(SiteNames().IsName(""));
}

}  // namespace
}  // namespace newsmill::extract::bylines
