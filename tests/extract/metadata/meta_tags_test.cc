#include "extract/metadata/meta_tags.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::metadata {
namespace {

struct Page : ParsedPage {
  explicit Page(std::string html) : ParsedPage(std::move(html)) {
    for (const html::NodeId node : page.Descendants(page.root())) {
      if (page.Is(node, html::Tag::kMeta)) metas.Add(page, node);
    }
  }
  MetaTags metas;
};

TEST(MetaTagsTest, BelievesTheLowestRankFirst) {
  const Page page(
      "<meta name=updated_time content=later>"
      "<meta property=article:modified_time content=first>");

  const auto tags = page.metas.All(MetaKey::kModified);
  ASSERT_EQ(tags.size(), 2U);
  EXPECT_EQ(tags[0].content, "first");
  EXPECT_EQ(page.metas.First(MetaKey::kModified), "first");
}

TEST(MetaTagsTest, TagsOfOneNameKeepTheOrderOfThePage) {
  const Page page(
      "<meta property=article:tag content=b><meta property=article:tag "
      "content=a>");

  const auto tags = page.metas.All(MetaKey::kTag);
  ASSERT_EQ(tags.size(), 2U);
  EXPECT_EQ(tags[0].content, "b");
  EXPECT_EQ(tags[1].content, "a");
}

TEST(MetaTagsTest, NamesCountInAnyCaseAndAttribute) {
  EXPECT_EQ(
      Page("<meta name=' OG:Title ' content=x>").metas.First(MetaKey::kTitle),
      "x");
  EXPECT_EQ(Page("<meta itemprop=datePublished content=2024>")
                .metas.First(MetaKey::kPublished),
            "2024");
}

TEST(MetaTagsTest, ContentIsGivenAsPlainText) {
  const Page page("<meta property=og:title content=' Rain &amp;amp; <b>wind'>");

  EXPECT_EQ(page.metas.First(MetaKey::kTitle), "Rain & wind");
  EXPECT_EQ(page.metas.Named("og:title"), "Rain & wind");
}

TEST(MetaTagsTest, EmptyAndUnknownTagsSayNothing) {
  const Page page(
      "<meta property=og:title content=' '><meta name=viewport content=x>");

  EXPECT_EQ(page.metas.First(MetaKey::kTitle), "");
  EXPECT_EQ(page.metas.Named("viewport"), "");
}

}  // namespace
}  // namespace newsmill::extract::metadata
