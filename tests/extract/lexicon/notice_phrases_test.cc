#include <algorithm>

#include "extract/lexicon/phrase_index.h"
#include "extract/lexicon/phrases.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(NoticePhrasesTest, HeadingsOverOtherArticlesAreFoldedAndSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(EndHeadings()));
  for (const std::string_view heading : EndHeadings()) {
    EXPECT_EQ(text::Folded(heading), heading);
  }
}

TEST(NoticePhrasesTest, EveryListIsFolded) {
  for (const PhraseList list :
       {NoticeBeginnings(), NoticeParts(), TagLabels(), CountedThings()}) {
    for (const std::string_view phrase : list) {
      EXPECT_EQ(text::Folded(phrase), phrase);
    }
  }
}

TEST(NoticePhrasesTest, ALabelOfTagsBeginsItsLine) {
  const PhraseIndex labels(TagLabels());

  EXPECT_GE(labels.PrefixOf("tags: rivers, bridges"), 0);
  EXPECT_LT(labels.PrefixOf("vintage: rivers"), 0);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
