#include "extract/lexicon/comment_rule_phrases.h"

#include <algorithm>
#include <vector>

#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(CommentRulePhrasesTest, EveryWordIsFolded) {
  for (const PhraseList list :
       {CommentWords(), RuleWords(), RuleVoices(), OpinionNoticeWords()}) {
    for (const std::string_view word : list) {
      EXPECT_EQ(text::Folded(word), word);
    }
  }
}

TEST(CommentRulePhrasesTest, NoWordIsCommonInProse) {
  for (const std::string_view word : {"comment", "modern", "rule", "welcome"}) {
    EXPECT_EQ(std::ranges::find(CommentWords(), word), CommentWords().end());
    EXPECT_EQ(std::ranges::find(RuleWords(), word), RuleWords().end());
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
