#include "extract/body/glued_label.h"

#include "extract/body/outline.h"
#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

constexpr std::string_view kText =
    "Bread will be dear in Norby this winter, the bakers of the town say.";

/// Returns the text of the first block without its label. `html` is the start
/// of a paragraph that goes on with kText.
std::string WithoutLabel(const std::string& html,
                         std::string_view rest = kText) {
  const ParsedPage parsed("<p>" + html + std::string(rest) + "</p>");
  const Outline outline = OutlineOf(parsed.page, 10);
  const TextBlock& block = outline.blocks[0];
  const std::string_view text = outline.TextOf(block);
  return std::string(text.substr(GluedLabelBytes(
      parsed.page, outline.elements[block.element].node, text)));
}

TEST(GluedLabelTest, LabelsAreRemoved) {
  constexpr const char* kNestedCredit =
      "<span class=image><img><span class=caption><span class=attribution>"
      "Ada Holm</span></span></span>";
  for (const std::string label :
       {"<span class=credit>© Ada Holm/Norby Pictures</span>", kNestedCredit,
        "<span class=kicker>Analysis</span> ", "<span class=slug>Food</span> ",
        "<time>3 May 2024</time>", "<span class=date>3 May 2024</span> | ",
        "<em>Photo: Ada Holm</em><br>", "Photo: Ada Holm<br>",
        "<small>(c) Ada Holm</small> "}) {
    EXPECT_EQ(WithoutLabel(label), kText) << label;
  }
}

TEST(GluedLabelTest, TheTextOfTheArticleStays) {
  for (const std::string start :
       {"<b>Norby</b> ", "<span class=dateline>NORBY, 3 May</span> ",
        "<span class=dropcap>B</span>", "<span class=author>Ada Holm</span> ",
        "<span class=date>Today</span> ", "Rain.<br>",
        "<a href=/ class=tag>Norby</a>: "}) {
    EXPECT_NE(WithoutLabel(start), kText) << start;
  }
}

TEST(GluedLabelTest, NamesOfSpeakersAndPlacesStay) {
  for (const std::string name :
       {"Ada Holm:", "Ada Holm –", "阿达：", "Dear readers,",
        "Chers lecteurs !", "NORBY, Monday.", "Ада Хольм —", "أدا:", "آدا،"}) {
    for (const std::string span :
         {"<b class=speaker-slug>", "<i class=topline>", "<b class=rubric>"}) {
      EXPECT_TRUE(WithoutLabel(span + name + "</b></i> ").starts_with(name))
          << span << name;
    }
  }
  EXPECT_NE(WithoutLabel("<b class=slug>Ada Holm</b>: "), kText);
  EXPECT_NE(WithoutLabel("<b class=slug>Ada Holm</b> — "), kText);
}

TEST(GluedLabelTest, ACaptionWithoutAPictureStays) {
  EXPECT_NE(WithoutLabel("<span class=attribution>Ada Holm</span> "), kText);
  EXPECT_NE(WithoutLabel("<span class=caption>In the old town</span> "), kText);
}

TEST(GluedLabelTest, ATimeOrADayWithoutAYearStays) {
  for (const std::string time :
       {"14:20", "14.20 Uhr", "2:20 p.m.", "3 May", "3. Mai", "5月3日"}) {
    EXPECT_NE(WithoutLabel("<time>" + time + "</time> "), kText) << time;
    EXPECT_NE(WithoutLabel("<i class=date>" + time + "</i> "), kText) << time;
  }
}

TEST(GluedLabelTest, ALabelThatBeginsASentenceStays) {
  EXPECT_TRUE(WithoutLabel("<span class=kicker>Ada Holm</span> ",
                           "bakes the bread of Norby in a very old oven.")
                  .starts_with("Ada Holm bakes"));
}

TEST(GluedLabelTest, ABlockThatIsAllLabelStays) {
  EXPECT_EQ(WithoutLabel("<span class=credit>Ada Holm</span>", ""), "Ada Holm");
  EXPECT_EQ(WithoutLabel("<span class=credit>Ada Holm</span> ", "In Norby."),
            "Ada Holm In Norby.");
}

TEST(GluedLabelTest, ALongLabelStays) {
  std::string caption;
  for (int i = 0; i < 20; ++i) caption += "rain ";

  EXPECT_NE(WithoutLabel("<span class=caption>" + caption + "</span>"), kText);
}

}  // namespace
}  // namespace newsmill::extract::body
