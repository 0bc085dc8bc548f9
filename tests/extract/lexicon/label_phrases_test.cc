#include "extract/lexicon/phrases.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(LabelPhrasesTest, ALongerLabelStandsBeforeItsOwnBeginning) {
  const PhraseList texts = LabelTexts();
  for (size_t i = 0; i < texts.size(); ++i) {
    for (size_t later = i + 1; later < texts.size(); ++later) {
      EXPECT_FALSE(texts[later].size() > texts[i].size() &&
                   texts[later].starts_with(texts[i]))
          << texts[i] << " hides " << texts[later];
    }
  }
}

TEST(LabelPhrasesTest, TheTextsStandInTheOrderOfTheLabels) {
  ASSERT_EQ(LabelTexts().size(), LabelNames().size());
  for (size_t i = 0; i < LabelNames().size(); ++i) {
    EXPECT_EQ(LabelTexts()[i], LabelNames()[i].name);
  }
}

TEST(LabelPhrasesTest, EveryLabelIsFoldedAndSaysSomething) {
  for (const LabelName& label : LabelNames()) {
    EXPECT_EQ(text::Folded(label.name), label.name);
    EXPECT_NE(label.label, Label::kNone) << label.name;
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
