#include "extract/lexicon/byline_words.h"

#include <gtest/gtest.h>

namespace newsmill::extract::lexicon {
namespace {

TEST(BylineWordsTest, LongerRolesComeFirst) {
  for (const PhraseList list :
       {RolesBeforeWideNames(), RolesAfterWideNames()}) {
    for (size_t i = 0; i + 1 < list.size(); ++i) {
      EXPECT_GE(list[i].size(), list[i + 1].size()) << list[i + 1];
    }
  }
}

TEST(BylineWordsTest, KnowsRolesAndButtonsOfManyLanguages) {
  EXPECT_TRUE(IsRoleWord("sportredakteurin"));
  EXPECT_TRUE(IsRoleWord("기자"));
  EXPECT_FALSE(IsRoleWord("moran"));
  EXPECT_TRUE(IsButtonWord("退出"));
  EXPECT_FALSE(IsButtonWord("moran"));
}

}  // namespace
}  // namespace newsmill::extract::lexicon
