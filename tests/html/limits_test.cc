// Hostile input gives a bounded tree. Input within the limits is not changed.
#include <algorithm>

#include "gtest/gtest.h"
#include "sketch.h"

namespace newsmill::html {
namespace {

std::string Repeated(std::string_view unit, size_t count) {
  std::string text;
  text.reserve(unit.size() * count);
  for (size_t i = 0; i < count; ++i) text += unit;
  return text;
}

std::string Numbered(std::string_view before, std::string_view after,
                     int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += before;
    text += std::to_string(i);
    text += after;
  }
  return text;
}

size_t Depth(const Document& document) {
  size_t deepest = 0;
  size_t depth = 0;
  for (NodeId node = document.root(); node != kNoNode;) {
    deepest = std::max(deepest, depth);
    if (document.first_child(node) != kNoNode) {
      node = document.first_child(node);
      ++depth;
      continue;
    }
    while (node != document.root() && document.next_sibling(node) == kNoNode) {
      node = document.parent(node);
      --depth;
    }
    node = node == document.root() ? kNoNode : document.next_sibling(node);
  }
  return deepest;
}

TEST(LimitsTest, MeetsNoneOnAnOrdinaryPage) {
  const Document document = Parse("<p>a<p>b");
  EXPECT_FALSE(document.truncated());
  EXPECT_FALSE(document.limits_met().attributes);
  EXPECT_FALSE(document.limits_met().depth);
  EXPECT_FALSE(document.limits_met().formatting);
}

TEST(LimitsTest, StopsReadingAtTheNodeLimit) {
  const std::string input = Repeated("<p>x", 1000);
  const Document document = Parse(input, {.max_nodes = 100});
  EXPECT_TRUE(document.truncated());
  EXPECT_LT(document.node_count(), 110U);
}

TEST(LimitsTest, StopsReadingAtTheLimitOfAllAttributes) {
  const std::string input = Repeated("<p a b c>", 1000);
  const Document document = Parse(input, {.max_attributes = 30});
  EXPECT_TRUE(document.truncated());
  EXPECT_LT(document.node_count(), 20U);
}

TEST(LimitsTest, DoesNotCallAPageCutThatJustFits) {
  const Document document = Parse("<p>", {.max_nodes = 5});
  EXPECT_EQ(document.node_count(), 5U);
  EXPECT_FALSE(document.truncated());
}

TEST(LimitsTest, DropsAttributesBeyondTheLimitOfAnElement) {
  EXPECT_EQ(BodyOf("<p a b c d>x", {.max_attributes_per_element = 2}),
            "p{a= b=}['x']");
}

TEST(LimitsTest, KeepsEveryAttributeOnceHoweverMany) {
  const std::string tag = "<p " + Numbered("a", "=1 ", 200);
  const std::string input = tag + Numbered("A", "=2 ", 200) + ">";
  const Document document = Parse(input);
  const NodeId paragraph = document.first_child(document.body());
  ASSERT_EQ(document.attributes(paragraph).size(), 200U);
  EXPECT_EQ(document.Find(paragraph, "a199"), "1");
}

TEST(LimitsTest, MakesElementsSiblingsThatAreTooDeep) {
  EXPECT_EQ(BodyOf(Repeated("<div>", 9) + "x", {.max_depth = 8}),
            "div[div[div[div[div[div div div div['x']]]]]]");
}

TEST(LimitsTest, BoundsTheDepthOfTheTree) {
  for (const char* const unit :
       {"<div>", "<b>", "<ul><li>", "<table><td>", "<svg>", "<svg><desc>",
        "<template>", "<b><div></b>", "<a><div>x</a>", "<font><p></font>"}) {
    const std::string input = Repeated(unit, 20'000);
    EXPECT_LE(Depth(Parse(input)), 3 * 512U) << unit;
  }
}

TEST(LimitsTest, ForgetsTheOldestFormattingElements) {
  const std::string input = "<p>" + Numbered("<b id=", ">", 9) + "<p>x";
  EXPECT_TRUE(BodyOf(input, {.max_formatting = 8})
                  .ends_with("p[b{id=1}[b{id=2}[b{id=3}[b{id=4}[b{id=5}["
                             "b{id=6}[b{id=7}[b{id=8}['x']]]]]]]]]"));
  EXPECT_TRUE(Parse(input, {.max_formatting = 8}).limits_met().formatting);
}

TEST(LimitsTest, GrowsTextWithoutCopyingItEachTime) {
  // Two texts grow in turns, so neither stays at the end of the buffer.
  const std::string input =
      "<table>" + Repeated("a<tr><td>&amp;</td></tr>", 50'000);
  const Document document = Parse(input);
  EXPECT_EQ(document.text(document.first_child(document.body())).size(),
            50'000U);
}

TEST(LimitsTest, BoundsTheTreeOfHostileInput) {
  for (const char* const unit :
       {"<b id=1><i><div>", "</b></i>x", "<table><b>x", "<!--", "<!--<script>",
        "<select><option selected>x<b>", "<template><tr><td>", "<a href=\"",
        "</x>&amp;", "<math><mi><x>", "</p></br>", "<frameset>", "<![CDATA["}) {
    const std::string input = "<body><svg>" + Repeated(unit, 20'000);
    EXPECT_LT(Parse(input).node_count(), 300'000U) << unit;
    const std::string script = "<script>" + Repeated(unit, 20'000);
    EXPECT_LT(Parse(script).node_count(), 10U) << unit;
  }
}

}  // namespace
}  // namespace newsmill::html
