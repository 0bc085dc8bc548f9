#include "extract/text/url.h"

#include "gtest/gtest.h"

namespace newsmill::extract::text {
namespace {

TEST(CanonicalUrlTest, LowersSchemeAndHostAlone) {
  EXPECT_EQ(CanonicalUrl("HTTPS://Example.ORG/Path?Q=A"),
            "https://example.org/Path?Q=A");
}

TEST(CanonicalUrlTest, DropsUserPortAndFragment) {
  EXPECT_EQ(CanonicalUrl("http://user:pw@example.org:80/a#part"),
            "http://example.org/a");
  EXPECT_EQ(CanonicalUrl("https://example.org.:443"), "https://example.org/");
  EXPECT_EQ(CanonicalUrl("https://example.org:8443/"),
            "https://example.org:8443/");
}

TEST(CanonicalUrlTest, DropsTrackingAndKeepsTheOrderOfTheRest) {
  EXPECT_EQ(
      CanonicalUrl("http://a.example/?z=1&utm_source=x&a=2&fbclid=3&&UTM_ID=4"),
      "http://a.example/?z=1&a=2");
  EXPECT_EQ(CanonicalUrl("http://a.example/?gclid=1"), "http://a.example/");
}

TEST(CanonicalUrlTest, DecodesTheHostAlone) {
  EXPECT_EQ(CanonicalUrl("https://B%C3%BCcher.Ex%41mple/%41"),
            "https://bücher.example/%41");
  EXPECT_EQ(CanonicalUrl("https://a%2Fb.example/"), "");
}

TEST(SplitUrlTest, ReturnsTheParts) {
  const UrlParts parts = SplitUrl("HTTP://me@A.example:81/b/c?d=e#f");

  EXPECT_EQ(parts.scheme, "http");
  EXPECT_EQ(parts.host, "a.example");
  EXPECT_EQ(parts.port, "81");
  EXPECT_EQ(parts.path, "/b/c");
  EXPECT_EQ(parts.query, "d=e");
  EXPECT_EQ(JoinedUrl(parts), "http://a.example:81/b/c?d=e");
}

TEST(CanonicalUrlTest, IsEmptyForWhatIsNoWebAddress) {
  for (const std::string_view url :
       {"", "example.org/a", "ftp://example.org/", "http://", "http://a b/",
        "urn:newsml:x", "javascript://x"}) {
    EXPECT_EQ(CanonicalUrl(url), "") << url;
  }
}

TEST(RegistrableDomainTest, FollowsThePublicSuffixList) {
  EXPECT_EQ(RegistrableDomain("https://news.bbc.example.co.uk/x"),
            "example.co.uk");
  EXPECT_EQ(RegistrableDomain("http://www.Example.org:81/"), "example.org");
}

TEST(RegistrableDomainTest, KeepsHostsThatHaveNone) {
  EXPECT_EQ(RegistrableDomain("http://localhost/"), "localhost");
  EXPECT_EQ(RegistrableDomain("http://192.0.2.7/x"), "192.0.2.7");
  EXPECT_EQ(RegistrableDomain("not a url"), "");
}

}  // namespace
}  // namespace newsmill::extract::text
