#include "extract/lexicon/feed_phrases.h"

#include <algorithm>
#include <set>

#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(FeedPhrasesTest, EachFormHasAMiddle) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  ASSERT_EQ(CreditForms().size(), CreditMiddles().size());
  for (const CreditForm& form : CreditForms()) {
    EXPECT_FALSE(form.middle.empty()) << form.begin;
    EXPECT_TRUE(seen.emplace(form.begin, form.middle).second) << form.middle;
  }
}

TEST(FeedPhrasesTest, EachOneWordCallIsACallOfOneWord) {
  const PhraseList calls = ReadMorePhrases();
  for (const std::string_view word : OneWordCalls()) {
    EXPECT_NE(std::ranges::find(calls, word), calls.end()) << word;
    EXPECT_EQ(word.find(' '), word.npos) << word;
  }
}

TEST(FeedPhrasesTest, PhrasesAreFoldedAndTheLongestIsFirst) {
  size_t size = SIZE_MAX;
  for (const std::string_view phrase : ReadMorePhrases()) {
    EXPECT_EQ(text::Folded(phrase), phrase);
    EXPECT_LE(phrase.size(), size);
    size = phrase.size();
  }
  for (const PhraseList phrases : {ItemNotices(), TailHeadings()}) {
    for (const std::string_view phrase : phrases) {
      EXPECT_EQ(text::Folded(phrase), phrase);
    }
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
