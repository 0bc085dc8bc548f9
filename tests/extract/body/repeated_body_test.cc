#include "extract/body/repeated_body.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extract/body/kept_blocks.h"

namespace newsmill::extract::body {
namespace {

/// A paragraph of prose that differs for each number.
std::string Paragraph(int number) {
  const std::string n = std::to_string(number);
  return "<p>Pear tree number " + n +
         " stands beside the old railway, and the "
         "children of class " +
         n +
         " will water it every week until the "
         "winter.</p>";
}
std::string Paragraphs(int begin, int end) {
  std::string all;
  for (int i = begin; i < end; ++i) all += Paragraph(i);
  return all;
}
std::string Div(const std::string& inner) { return "<div>" + inner + "</div>"; }

size_t KeptOf(std::string html) {
  ChosenPage page(std::move(html));
  DropRepeatedBody(page.outline, page.choices);
  return page.Kept().size();
}

TEST(RepeatedBodyTest, KeepsOneOfTwoCopies) {
  const std::string body =
      Paragraphs(0, 2) + "<h2>The trees</h2>" + Paragraphs(2, 4);

  EXPECT_EQ(KeptOf(Div(body) + Div(body)), 5U);
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 2)) + Div(Paragraphs(0, 2))), 2U);
}

TEST(RepeatedBodyTest, KeepsOneCopyOfTheBeginning) {
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 3)) + Div(Paragraphs(0, 8))), 8U);
}

TEST(RepeatedBodyTest, RepeatedLinesInTheSameElementStay) {
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 3) + Paragraphs(0, 3))), 6U);
}

TEST(RepeatedBodyTest, SectionsWithTheSameParagraphsStay) {
  const std::string same = Paragraphs(0, 2);

  EXPECT_EQ(KeptOf(Div("<h2>§ 1</h2>" + same) + Div("<h2>§ 2</h2>" + same)),
            6U);
  EXPECT_EQ(
      KeptOf(Div("<p><b>第一条</b>" + same) + Div("<p><b>第二条</b>" + same) +
             Div("<p><b>第三条</b>" + same)),
      9U);
}

TEST(RepeatedBodyTest, TheChorusOfASongStays) {
  const std::string chorus = Paragraphs(0, 3);

  EXPECT_EQ(KeptOf(Div(Paragraph(7) + chorus) + Div(Paragraph(8) + chorus)),
            8U);
}

TEST(RepeatedBodyTest, AFewRepeatedParagraphsStay) {
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 4)) + Div(Paragraph(1))), 5U);
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 20)) + Div(Paragraphs(3, 6))), 23U);
  EXPECT_EQ(KeptOf(Div(Paragraph(0)) + Div(Paragraphs(0, 3))), 4U);
}

TEST(RepeatedBodyTest, ParagraphsInAnotherOrderStay) {
  EXPECT_EQ(KeptOf(Div(Paragraphs(0, 3)) +
                   Div(Paragraph(2) + Paragraph(1) + Paragraph(0))),
            6U);
}

}  // namespace
}  // namespace newsmill::extract::body
