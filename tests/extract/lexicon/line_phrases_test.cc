#include "extract/lexicon/line_phrases.h"

#include <algorithm>

#include "extract/lexicon/line_parts.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(LinePhrasesTest, EveryPhraseIsFoldedAndNotEmpty) {
  for (const auto list : {LineBeginnings(), LineContents()}) {
    for (const LinePhrase& phrase : list) {
      EXPECT_EQ(text::Folded(phrase.text), phrase.text);
      EXPECT_FALSE(phrase.text.empty());
    }
  }
}

TEST(LinePhrasesTest, EveryPhraseSaysWhatALineMayBe) {
  for (const auto list : {LineBeginnings(), LineContents()}) {
    for (const LinePhrase& phrase : list) {
      EXPECT_NE(std::ranges::find(kLineParts, phrase.part), kLineParts.end())
          << phrase.text;
    }
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
