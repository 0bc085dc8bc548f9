#include <gtest/gtest.h>

#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(BylineLabelsTest, AreFoldedAndNameAuthorsOrHelpers) {
  for (const LabelName& label : BylineLabels()) {
    EXPECT_EQ(text::Folded(label.name), label.name);
    EXPECT_TRUE(label.label == Label::kAuthor || label.label == Label::kEditor)
        << label.name;
  }
}

TEST(BylineLabelsTest, ACommonWordIsALabelOnlyBeforeAColon) {
  EXPECT_EQ(LabelAt("Szerző Balog Edit").label, Label::kNone);
  EXPECT_EQ(LabelAt("Szerző: Balog Edit").label, Label::kAuthor);
  EXPECT_EQ(LabelAt("Words: Tessa Moran").label, Label::kAuthor);
  EXPECT_EQ(LabelAt("Words of comfort").label, Label::kNone);
}

TEST(BylineLabelsTest, APhraseWithByNeedsNoColon) {
  EXPECT_EQ(LabelAt("Analysis by Tessa Moran").label, Label::kAuthor);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
