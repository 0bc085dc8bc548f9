#include "extract/body/facts.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

constexpr std::string_view kProse =
    "<p>The ferry sailed again on Monday, three weeks after the storm had "
    "closed the harbour, and those who live on the island were glad of it.";

struct Facts : ParsedPage {
  explicit Facts(std::string html, const BodyHints& hints = {})
      : ParsedPage(std::move(html)),
        outline(OutlineOf(page, 1000)),
        facts(FactsOf(outline, hints)) {}
  const OutlineElement& Best() const { return outline.elements[facts.best]; }
  std::string Title() const {
    if (facts.title_block == UINT32_MAX) return "none";
    return std::string(outline.TextOf(outline.blocks[facts.title_block]));
  }

  Outline outline;
  PageFacts facts;
};

std::string Repeated(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += kProse;
  return all;
}

TEST(BodyFactsTest, TheBestElementHoldsMostOfTheProse) {
  const Facts read("<div><p>Home</div><article>" + Repeated(4) +
                   "</article><div>" + Repeated(1) + "</div>");

  EXPECT_EQ(read.Best().tag, html::Tag::kArticle);
}

TEST(BodyFactsTest, CommentsAreNotTheBestElement) {
  const Facts read("<div><article class=article-body>" + Repeated(4) +
                   "</article></div><div><section class=comments>" +
                   Repeated(6) + "</section></div>");

  EXPECT_EQ(read.Best().tag, html::Tag::kArticle);
}

TEST(BodyFactsTest, TheWideElementHoldsSeveralSections) {
  const Facts read("<main><section>" + Repeated(3) + "</section><section>" +
                   Repeated(3) + "</section></main>");

  EXPECT_EQ(read.outline.elements[read.facts.wide].tag, html::Tag::kMain);
}

TEST(BodyFactsTest, TheTitleIsTheBlockThatRepeatsIt) {
  const std::string html =
      "<h1>Example Times</h1><h2>Ferry sails again</h2>" + Repeated(2);
  BodyHints hints;
  hints.title = "Ferry sails again";

  EXPECT_EQ(Facts(html, hints).Title(), "Ferry sails again");
  EXPECT_EQ(Facts(html).Title(), "Example Times");
  EXPECT_EQ(Facts(Repeated(2)).Title(), "none");
}

TEST(BodyFactsTest, APageWithoutTextHasNoFacts) {
  const Facts read("");

  EXPECT_EQ(read.Title(), "none");
  EXPECT_TRUE(read.facts.line_parts.empty());
}

}  // namespace
}  // namespace newsmill::extract::body
