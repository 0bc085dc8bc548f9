#include <algorithm>

#include "characters.h"
#include "gtest/gtest.h"
#include "phrase_index.h"
#include "phrases.h"

namespace newsmill::extract {
namespace {

TEST(NoticePhrasesTest, HeadingsOverOtherArticlesAreFoldedAndSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(EndHeadings()));
  for (const std::string_view heading : EndHeadings()) {
    EXPECT_EQ(Folded(heading), heading);
  }
}

TEST(NoticePhrasesTest, EveryListIsFolded) {
  for (const PhraseList list :
       {NoticeBeginnings(), NoticeParts(), TagLabels(), CountedThings()}) {
    for (const std::string_view phrase : list) {
      EXPECT_EQ(Folded(phrase), phrase);
    }
  }
}

TEST(NoticePhrasesTest, ALabelOfTagsBeginsItsLine) {
  const PhraseIndex labels(TagLabels());

  EXPECT_GE(labels.PrefixOf("tags: rivers, bridges"), 0);
  EXPECT_LT(labels.PrefixOf("vintage: rivers"), 0);
}

}  // namespace
}  // namespace newsmill::extract
