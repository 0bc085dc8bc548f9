#include "extract/plain/lines.h"

#include <string>

#include "gtest/gtest.h"

namespace newsmill::extract::plain {
namespace {

std::vector<Line> LinesIn(std::string_view content) {
  return ClassifiedLines(text::LinesOf(content, 100), {});
}
Part PartOf(std::string_view line) { return LinesIn(line).at(0).part; }

constexpr std::string_view kSentence =
    "The old bridge was opened again on Monday, nine years after the flood.";

TEST(LinesTest, ASentenceOfSomeLengthIsAParagraph) {
  EXPECT_EQ(PartOf(kSentence), Part::kParagraph);
  EXPECT_EQ(PartOf("The council decided on four things that evening:"),
            Part::kParagraph);
  EXPECT_EQ(PartOf("The bridge is open."), Part::kShortLine);
}

TEST(LinesTest, ALineWithoutAFullStopIsAHeadlineUnlessItIsLong) {
  EXPECT_EQ(PartOf("Old bridge reopens after nine years of repair work"),
            Part::kShortLine);
  EXPECT_EQ(PartOf(std::string(60, 'x') + " " + std::string(60, 'y')),
            Part::kParagraph);
}

TEST(LinesTest, ADateLineAtTheHeadIsAByline) {
  const auto lines = LinesIn("By Jane Doe | 3 May 2024\n");

  EXPECT_EQ(lines.at(0).part, Part::kByline);
  EXPECT_EQ(lines.at(0).meta.published_at, "2024-05-03");
}

TEST(LinesTest, FarIntoTheTextASentenceWithDatesIsAParagraph) {
  const std::string dated =
      "Published on Friday, 3 May 2024, updated on 4 May 2024.\n";
  std::string body;
  for (int i = 0; i < 20; ++i) body += std::string(kSentence) + "\n";

  EXPECT_EQ(LinesIn(dated + body).at(0).part, Part::kByline);
  EXPECT_EQ(LinesIn(body + dated + body).at(20).part, Part::kParagraph);
}

TEST(LinesTest, BoilerplateKeepsItsPart) {
  EXPECT_EQ(PartOf("© 2024 Example Review. All rights reserved."),
            Part::kLegal);
  EXPECT_EQ(PartOf("Related articles"), Part::kOtherArticles);
}

}  // namespace
}  // namespace newsmill::extract::plain
