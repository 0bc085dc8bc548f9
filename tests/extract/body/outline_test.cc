#include "extract/body/outline.h"

#include <algorithm>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/html/parse.h"

namespace newsmill::extract::body {
namespace {

using ::testing::ElementsAre;

constexpr size_t kManyBlocks = 20'000;

struct Read {
  explicit Read(std::string html, Reading reading = {})
      : source(std::move(html)),
        page(html::Parse(source)),
        outline(OutlineOf(page, kManyBlocks, reading)) {}

  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    texts.reserve(outline.blocks.size());
    for (const TextBlock& block : outline.blocks) {
      texts.emplace_back(outline.TextOf(block));
    }
    return texts;
  }

  std::string source;
  html::Document page;
  Outline outline;
};

TEST(BodyOutlineTest, BlockElementsEndABlockAndInlineOnesDoNot) {
  EXPECT_THAT(
      Read("<p>One <b>and</b> <i>two</i></p>three<div>four</div>five").Texts(),
      ElementsAre("One and two", "three", "four", "five"));
}

TEST(BodyOutlineTest, BlanksCollapseAcrossElements) {
  EXPECT_THAT(Read("<p> a&nbsp;\n<b> b</b>c&#8203;d&shy;e </p>").Texts(),
              ElementsAre("a bcde"));
}

TEST(BodyOutlineTest, TwoLineBreaksSplitAndOneDoesNot) {
  const Read read("<div>a<br>b<br>\n<br>c</div>");

  EXPECT_THAT(read.Texts(), ElementsAre("a b", "c"));
  EXPECT_EQ(read.outline.blocks[0].lines, 1U);
}

TEST(BodyOutlineTest, LeavesOutWhatIsNoText) {
  EXPECT_THAT(Read("<p>a<script>x</script><style>y</style><button>z</button>"
                   "<svg><text>w</text></svg><span class=sr-only>v</span>"
                   "<span style='color: red; display : none'>u</span>b</p>")
                  .Texts(),
              ElementsAre("ab"));
}

TEST(BodyOutlineTest, LeavesOutHiddenBlocksUnlessAsked) {
  const std::string html = "<div style=display:none><p>a</p></div><p>b</p>";
  const Read all(html, {.hidden = true});

  EXPECT_THAT(Read(html).Texts(), ElementsAre("b"));
  ASSERT_THAT(all.Texts(), ElementsAre("a", "b"));
  EXPECT_TRUE(all.outline.elements[all.outline.blocks[0].element].hidden);
  EXPECT_FALSE(all.outline.elements[all.outline.blocks[1].element].hidden);
}

TEST(BodyOutlineTest, DoesNotCountTheWordsOfHiddenBlocks) {
  const Read read("<div hidden><p>one two</p></div><p>three</p>");

  EXPECT_EQ(read.outline.elements[0].words, 1U);
}

TEST(BodyOutlineTest, MarksTheWaysToHideABlock) {
  for (const char* element :
       {"div hidden", "div style='display: none'", "dialog", "div popover",
        "div style='color:red;Visibility:Hidden'",
        "div style='position:absolute; left:-9999px'", "div aria-hidden=true",
        "div class=sr-only", "h2 class='visually-hidden'"}) {
    EXPECT_TRUE(Read("<" + std::string(element) + "><p>a").Texts().empty())
        << element;
  }
}

TEST(BodyOutlineTest, KeepsWhatBrowsersShow) {
  for (const char* element :
       {"div hidden=until-found", "dialog open", "div aria-hidden=false",
        "div style='display:block'", "div style='margin-left:-9px'",
        "div style='--display:nothing'", "h1 class=sr-only", "details"}) {
    EXPECT_THAT(Read("<" + std::string(element) + "><p>a").Texts(),
                ElementsAre("a"))
        << element;
  }
}

TEST(BodyOutlineTest, ReadsADeclarativeShadowRoot) {
  EXPECT_THAT(Read("<news-story><template shadowrootmode=open><p>a</p>"
                   "</template></news-story><template><p>b</template><p>c")
                  .Texts(),
              ElementsAre("a", "c"));
}

TEST(BodyOutlineTest, ReadsTheFallbackOfAnObjectWhenAsked) {
  const std::string html = "<p>a</p><object data=b.swf><p>b</p>";
  EXPECT_THAT(Read(html).Texts(), ElementsAre("a"));
  EXPECT_THAT(Read(html, {.fallbacks = true}).Texts(), ElementsAre("a", "b"));
}

TEST(BodyOutlineTest, ReadsNoscriptWhenAsked) {
  const std::string html = "<p>a</p><noscript><p>b</p></noscript>";

  EXPECT_THAT(Read(html).Texts(), ElementsAre("a"));
  EXPECT_THAT(Read(html, {.fallbacks = true}).Texts(), ElementsAre("a", "b"));
}

TEST(BodyOutlineTest, CountsWordsLinksAndSentences) {
  const Read read("<p>It rained. All day, <a href=x>in Bergen</a>!</p>");

  const TextBlock& block = read.outline.blocks[0];
  EXPECT_EQ(block.words, 6U);
  EXPECT_EQ(block.link_words, 2U);
  EXPECT_EQ(block.links, 1U);
  EXPECT_EQ(block.commas, 1U);
  EXPECT_TRUE(block.ends_sentence);
}

TEST(BodyOutlineTest, TwoWideCharactersCountAsOneWord) {
  EXPECT_EQ(Read("<p>今日は雨が降りました。</p>").outline.blocks[0].words, 6U);
}

TEST(BodyOutlineTest, ElementsSumUpWhatIsInThem) {
  const Read read("<div><p>one two</p><p><a>three</a></p></div>");

  const OutlineElement& body = read.outline.elements[0];
  EXPECT_EQ(body.blocks, 2U);
  EXPECT_EQ(body.words, 3U);
  EXPECT_EQ(body.link_words, 1U);
}

TEST(BodyOutlineTest, AnEmptyPageHasNoBlocks) {
  EXPECT_TRUE(Read("").Texts().empty());
  EXPECT_TRUE(Read("<frameset><frame></frameset>").Texts().empty());
}

TEST(BodyOutlineTest, OmitsDeletedText) {
  EXPECT_THAT(
      Read("<p>The toll is <del>40</del><ins>44</ins> crowns.</p>").Texts(),
      ElementsAre("The toll is 44 crowns."));
}

TEST(BodyOutlineTest, AddsMarksToQuotations) {
  EXPECT_THAT(
      Read("<p>He said <q>She told me <q>no</q> twice</q>.</p>").Texts(),
      ElementsAre("He said “She told me ‘no’ twice”."));
  EXPECT_THAT(Read("<p><q><q>No</q>, she said</q>.</p>").Texts(),
              ElementsAre("“‘No’, she said”."));
}

TEST(BodyOutlineTest, AddsNoMarksToAQuotationThatContainsMarks) {
  EXPECT_THAT(Read("<p>He said <q>«no»</q>, <q></q>twice.</p>").Texts(),
              ElementsAre("He said «no», twice."));
}

TEST(BodyOutlineTest, AddsNoMarksInsideOtherMarks) {
  EXPECT_THAT(Read("<p>Sie sagte „<q>nein</q>“.</p><p>»<q>Ja</q>«</p>").Texts(),
              ElementsAre("Sie sagte „nein“.", "»Ja«"));
  EXPECT_THAT(Read("<p><q><em>“No</em> more”</q></p>").Texts(),
              ElementsAre("“No more”"));
}

TEST(BodyOutlineTest, AClosingMarkDoesNotOpenTheNextQuotation) {
  EXPECT_THAT(Read("<p>Auf „Ja“ <q>nein</q>, the boats' <q>no</q></p>").Texts(),
              ElementsAre("Auf „Ja“ “nein”, the boats' “no”"));
}

TEST(BodyOutlineTest, AnElementBeginsWithTheFirstBlockInside) {
  const Outline outline =
      Read(
          "<p>One</p><div><section><p>Two</p></section><p>Three</p></div>"
          "<div></div>")
          .outline;

  EXPECT_EQ(outline.elements[0].first_block, 0U);
  const auto section = std::ranges::find(outline.elements, html::Tag::kSection,
                                         &OutlineElement::tag);
  EXPECT_EQ(section->first_block, 1U);
  EXPECT_EQ(outline.elements[outline.blocks[2].element].first_block, 2U);
  EXPECT_EQ(outline.elements.back().first_block, UINT32_MAX);
}

}  // namespace
}  // namespace newsmill::extract::body
