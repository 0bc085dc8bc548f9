#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/assemble.h"
#include "extract/metadata/page_address.h"
#include "extract/metadata/page_images.h"
#include "extract/metadata/page_language.h"
#include "tests/extract/metadata/page_fixture.h"

namespace newsmill::extract::metadata {
namespace {

using Strings = std::vector<std::string>;

TEST(PageAddressTest, TakesTheCanonicalUrlOfTheSameDomain) {
  EXPECT_EQ(MetadataOf("<link rel=canonical href='/rain?utm_source=x&a=1'>")
                .canonical_url,
            "https://www.example.com/rain?a=1");
}

TEST(PageAddressTest, RefusesAnotherDomainAndTheRoot) {
  const std::string given = "https://www.example.com/news/2024/rain.html";
  EXPECT_EQ(MetadataOf("<link rel=canonical href='https://example.org/x'>")
                .canonical_url,
            given);
  EXPECT_EQ(MetadataOf("<meta property=og:url content='https://example.com/'>")
                .canonical_url,
            given);
}

TEST(PageAddressTest, LooksAtThirtyClaims) {
  const auto after = [](int count) {
    std::string page;
    for (int i = 0; i < count; ++i) page += "<link rel=canonical href='/'>";
    return MetadataOf(page + "<link rel=canonical href='/rain'>").canonical_url;
  };
  EXPECT_EQ(after(29), "https://www.example.com/rain");
  EXPECT_NE(after(30), "https://www.example.com/rain");
}

TEST(PageAddressTest, MakesReferencesAbsolute) {
  const std::string base = "https://example.com/a/b.html?x=1";
  EXPECT_EQ(AbsoluteUrl("c.jpg", base), "https://example.com/a/c.jpg");
  EXPECT_EQ(AbsoluteUrl("/c.jpg", base), "https://example.com/c.jpg");
  EXPECT_EQ(AbsoluteUrl("//cdn.example/c.jpg", base),
            "https://cdn.example/c.jpg");
  EXPECT_EQ(AbsoluteUrl("data:image/png;base64,x", base), "");
  EXPECT_EQ(AbsoluteUrl("javascript:void(0)", base), "");
  EXPECT_EQ(AbsoluteUrl("../c.jpg", base), "https://example.com/c.jpg");
  EXPECT_EQ(AbsoluteUrl("{\"w\":80}", base), "");
}

TEST(PageAddressTest, NamesThePublisher) {
  const model::Article metadata = MetadataOf(
      PageInput{.html = "<meta property=og:site_name content='Example Times'>",
                .url = "https://news.example.co.uk/rain"});

  EXPECT_EQ(metadata.source.name, "Example Times");
  EXPECT_EQ(metadata.source.domain, "example.co.uk");
  EXPECT_EQ(metadata.source.country, "GB");
}

TEST(PageAddressTest, ReadsThePublisherFromTheCopyrightLine) {
  EXPECT_EQ(MetadataOf("<p>Text</p><footer>© 2024 Example Times. All rights "
                       "reserved.</footer>")
                .source.name,
            "Example Times");
}

TEST(PageTopicsTest, TakesSectionFromTrailWithoutHomeAndPage) {
  EXPECT_EQ(MetadataOfJson(R"({"@type": "BreadcrumbList", "itemListElement": [
                {"name": "Home"}, {"item": {"name": "Weather"}},
                {"name": "Rain in May"}]})")
                .section,
            "Weather");
}

TEST(PageTopicsTest, TakesKeywordsThatAreTags) {
  EXPECT_EQ(MetadataOf("<meta name=keywords content='Rain, Wind, Rain'>").tags,
            (Strings{"Rain", "Wind"}));
}

TEST(PageTopicsTest, LeavesOutKeywordsForSearchEngines) {
  std::string many = "a1";
  for (int i = 0; i < 30; ++i) many += ", word" + std::to_string(i);
  EXPECT_EQ(MetadataOf("<meta name=keywords content='" + many + "'>").tags,
            Strings());
}

TEST(PageTopicsTest, TakesTheStandfirstUnderTheHeadline) {
  EXPECT_EQ(MetadataOf("<h1>Rain in May</h1><p class=standfirst>It fell on "
                       "everyone.</p>")
                .subtitle,
            "It fell on everyone.");
}

TEST(PageImagesTest, TakesTheLeadImageButNoLogo) {
  const model::Article metadata = MetadataOf(
      "<meta property=og:image content='https://example.com/logo.png'>"
      "<meta name=twitter:image content='/rain.jpg'>");

  ASSERT_EQ(metadata.images.size(), 1U);
  EXPECT_EQ(metadata.images[0].url, "https://www.example.com/rain.jpg");
}

TEST(PageImagesTest, LooksAtAThousandPictures) {
  const auto after = [](int icons) {
    std::string html = "<body>";
    for (int i = 0; i < icons; ++i) html += "<img src=/icon.png>";
    html += "<img src=/a.jpg>";
    const html::Document page = html::Parse(html);
    std::vector<ImageCandidate> images;
    ReadImagesBelow(page, page.root(), "https://example.com/x", images);
    return ChooseImages(images).size();
  };
  EXPECT_EQ(after(999), 1U);
  EXPECT_EQ(after(1000), 0U);
}

TEST(PageImagesTest, AddsPicturesOfTheBodyWithCaptionAndCredit) {
  const std::string html =
      "<body><figure><img src=/a.jpg><figcaption>Wet streets <span "
      "class=credit>Jane Doe</span></figcaption></figure>"
      "<img src=/pixel.gif><img src=/small.jpg width=20>";
  const html::Document page = html::Parse(html);
  model::Article metadata;
  PageEvidence evidence;
  evidence.base_url = "https://example.com/x";
  body::Body body;
  body.root = page.body();

  AssembleBody(evidence, page, body, metadata);

  ASSERT_EQ(metadata.images.size(), 1U);
  EXPECT_EQ(metadata.images[0].url, "https://example.com/a.jpg");
  EXPECT_EQ(metadata.images[0].caption, "Wet streets");
  EXPECT_EQ(metadata.images[0].credit, "Jane Doe");
}

TEST(PageTest, TakesTheAgencyOfTheDateline) {
  const std::string html = "<p>x</p>";
  const html::Document page = html::Parse(html);
  model::Article metadata;
  PageEvidence evidence;
  body::Body body;
  body.paragraphs = {"BERLIN, Jan. 22 (Reuters) - It rained."};

  AssembleBody(evidence, page, body, metadata);

  EXPECT_EQ(metadata.credit, "Reuters");
}

TEST(PageTest, OneTitleIsTaken) {
  model::Document document;
  document.kind = model::DocumentKind::kHtml;
  document.content =
      "<title>Rain in May - Example</title>"
      "<meta property=og:title content='Rain in May'><h1>Rain in May</h1>";
  PageEvidence evidence = ReadPage(html::Parse(document.content), document);
  model::Article article;

  AssembleMetadata(evidence, document, article);

  EXPECT_EQ(evidence.titles.size(), 3U);
  EXPECT_EQ(std::ranges::count(evidence.titles, true, &Candidate::taken), 1);
}

TEST(PageTest, PicturesAreRelativeToTheBaseElement) {
  const auto article = MetadataOf(
      "<base href='https://cdn.example/p/'>"
      "<meta property=og:image content=rain.jpg>");

  ASSERT_EQ(article.images.size(), 1U);
  EXPECT_EQ(article.images[0].url, "https://cdn.example/p/rain.jpg");
}

}  // namespace
}  // namespace newsmill::extract::metadata
