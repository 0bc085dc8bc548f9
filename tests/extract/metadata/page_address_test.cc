#include "extract/metadata/page_address.h"

#include "gtest/gtest.h"
#include "tests/extract/metadata/scanned_page.h"

namespace newsmill::extract::metadata {
namespace {

constexpr std::string_view kUrl = "https://www.example.com/rain?utm_source=x";

std::string CanonicalOf(std::string html, std::string_view url = kUrl) {
  const ScannedPage parsed(std::move(html));
  Evidence evidence;
  ReadCanonicalUrls(parsed.scan, url, evidence);
  return evidence.TakeFirst(Field::kCanonicalUrl);
}

std::string PublisherOf(std::string html, std::string_view given = "") {
  const ScannedPage parsed(std::move(html));
  Evidence evidence;
  ReadPublishers(parsed.scan, parsed.data, given, evidence);
  return evidence.TakeFirst(Field::kSource);
}

TEST(PageAddressTest, BelievesThePageOnItsOwnDomain) {
  EXPECT_EQ(CanonicalOf("<link rel=canonical href=/news/rain>"),
            "https://www.example.com/news/rain");
  EXPECT_EQ(CanonicalOf("<meta property=og:url content="
                        "https://news.example.com/rain>"),
            "https://news.example.com/rain");
}

TEST(PageAddressTest, BelievesNeitherAnotherDomainNorARoot) {
  for (const std::string claim :
       {"https://www.example.org/rain", "https://www.example.com/",
        "javascript:void(0)"}) {
    EXPECT_EQ(CanonicalOf("<link rel=canonical href='" + claim + "'>"),
              "https://www.example.com/rain")
        << claim;
  }
}

TEST(PageAddressTest, BelievesAnotherSpellingOfItsOwnDomain) {
  EXPECT_EQ(CanonicalOf("<link rel=canonical href=https://bücher.example/x>",
                        "https://www.xn--bcher-kva.example/y"),
            "https://bücher.example/x");
}

TEST(PageAddressTest, ResolvesReferencesToWebAddressesOnly) {
  EXPECT_EQ(AbsoluteUrl("../a.jpg", "https://example.com/b/c"),
            "https://example.com/a.jpg");
  EXPECT_EQ(AbsoluteUrl("data:image/png;base64,x", kUrl), "");
  EXPECT_EQ(AbsoluteUrl("{\"src\":\"a.jpg\"}", kUrl), "");
  EXPECT_EQ(AbsoluteUrl(" ", kUrl), "");
}

TEST(PageAddressTest, ThePublisherIsWhoTheEnvelopeNamesElseThePage) {
  const std::string page =
      "<meta property=og:site_name content='Example Times'>";

  EXPECT_EQ(PublisherOf(page, "Given Name"), "Given Name");
  EXPECT_EQ(PublisherOf(page), "Example Times");
  EXPECT_EQ(PublisherOf("<footer>© 2024 Example Review</footer>"),
            "Example Review");
}

TEST(PageAddressTest, TheDomainGivesTheCountryUnlessAnyoneMayRegisterIt) {
  EXPECT_EQ(PublisherAt("https://news.example.co.uk/a").domain,
            "example.co.uk");
  EXPECT_EQ(PublisherAt("https://news.example.co.uk/a").country, "GB");
  EXPECT_EQ(PublisherAt("https://example.de/a").country, "DE");
  EXPECT_EQ(PublisherAt("https://example.io/a").country, "");
}

TEST(PageAddressTest, KnowsTheNamesUnderWhichTheSiteGoes) {
  const ScannedPage parsed(
      "<meta property=og:site_name content='Rain Gazette'>"
      "<footer>© 2024 Example Review</footer>");
  const bylines::SiteNames names =
      SiteNamesOf(parsed.scan, parsed.data, kUrl, "Given");

  for (const std::string_view name :
       {"Example", "Rain Gazette", "Example Review", "Given"}) {
    EXPECT_TRUE(names.IsName(name)) << name;
  }
}

TEST(PageAddressTest, ReferencesAreRelativeToTheFirstBaseElement) {
  const auto base = [](std::string html) {
    return BaseUrl(ScannedPage(std::move(html)).scan, "https://a.example/x/y");
  };

  EXPECT_EQ(base("<base target=_top><base href=/z/><base href=/w/>"),
            "https://a.example/z/");
  EXPECT_EQ(base("<base href=//cdn.example/p/>"), "https://cdn.example/p/");
  EXPECT_EQ(base("<base href=javascript:x>"), "https://a.example/x/y");
  EXPECT_EQ(base("<p>x"), "https://a.example/x/y");
}

TEST(PageAddressTest, TheCanonicalUrlIsRelativeToTheBaseElement) {
  EXPECT_EQ(CanonicalOf("<base href=/en/><link rel=canonical href=rain>"),
            "https://www.example.com/en/rain");
}

}  // namespace
}  // namespace newsmill::extract::metadata
