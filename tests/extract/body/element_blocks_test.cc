#include "extract/body/element_blocks.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

TEST(ElementBlocksTest, AnElementBeginsWithTheFirstBlockInside) {
  const ParsedPage parsed(
      "<p>One</p><div><section><p>Two</p></section><p>Three</p></div>"
      "<div></div>");
  const Outline outline = OutlineOf(parsed.page, 100);
  const std::vector<uint32_t> first = FirstBlocks(outline);

  ASSERT_EQ(first.size(), outline.elements.size());
  EXPECT_EQ(first[0], 0U);
  for (size_t i = 0; i < first.size(); ++i) {
    if (outline.elements[i].tag == html::Tag::kSection) {
      EXPECT_EQ(first[i], 1U);
    }
  }
  EXPECT_EQ(first[outline.blocks[2].element], 2U);
  EXPECT_EQ(first.back(), UINT32_MAX);
}

}  // namespace
}  // namespace newsmill::extract::body
