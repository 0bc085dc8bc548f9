#include "extract/lexicon/labels.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SegmentsTest, MarksAndWideGapsSeparateThem) {
  EXPECT_THAT(SegmentsOf("By Jane Doe | 3 May 2024   World – Rivers"),
              ElementsAre("By Jane Doe", "3 May 2024", "World", "Rivers"));
}

TEST(SegmentsTest, AHyphenInAWordIsNoSeparator) {
  EXPECT_THAT(SegmentsOf("Anne-Marie Doe"), ElementsAre("Anne-Marie Doe"));
  EXPECT_THAT(SegmentsOf(" | "), IsEmpty());
}

TEST(LabelsTest, TrimsMarksAtBothEnds) {
  EXPECT_EQ(TrimMarks(" - (Reuters): "), "Reuters");
  EXPECT_EQ(TrimMarks("：新华社"), "新华社");
  EXPECT_EQ(TrimMarks(" .,; "), "");
}

TEST(LabelsTest, ReadsTheLabelAndItsLength) {
  const Labelled found = LabelAt("Published on: 3 May");

  EXPECT_EQ(found.label, Label::kPublished);
  EXPECT_EQ(found.bytes, std::string_view("Published on: ").size());
}

TEST(LabelsTest, ReadsLabelsOfSeveralLanguages) {
  EXPECT_EQ(LabelAt("By Jane Doe").label, Label::kAuthor);
  EXPECT_EQ(LabelAt("Zuletzt aktualisiert am 3. Mai").label, Label::kUpdated);
  EXPECT_EQ(LabelAt("Дата публикации: 3 мая").label, Label::kPublished);
  EXPECT_EQ(LabelAt("来源：新华社").label, Label::kCredit);
}

TEST(LabelsTest, AWordThatOnlyBeginsLikeALabelIsNone) {
  EXPECT_EQ(LabelAt("Bystanders cheered").label, Label::kNone);
  EXPECT_EQ(LabelAt("").label, Label::kNone);
}

TEST(LabelsTest, KnowsFillersBesideADate) {
  EXPECT_TRUE(IsDateFiller("on Tuesday,"));
  EXPECT_TRUE(IsDateFiller(""));
  EXPECT_FALSE(IsDateFiller("on the river"));
  EXPECT_FALSE(IsDateFiller("Tuesday 3"));
}

TEST(LabelsTest, FindsTheNextLabelThatHasAColon) {
  const std::string_view text = "Jane Doe Published: today";

  EXPECT_EQ(NextLabel(text), text.find("Published"));
  EXPECT_EQ(NextLabel("Jane Doe published today"), 24U);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
