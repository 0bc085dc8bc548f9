#include "extract/lexicon/phrase_index.h"

#include <array>

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

constexpr std::array<std::string_view, 5> kPhrases = {"read more", "re", "read",
                                                      "x", "中"};

TEST(PhraseIndexTest, FindsThePhrasesThatATextBeginsWithInListOrder) {
  const PhraseIndex index(kPhrases);

  EXPECT_EQ(index.PrefixOf("read more stories"), 0);
  EXPECT_EQ(index.PrefixOf("read more stories", 1), 1);
  EXPECT_EQ(index.PrefixOf("read more stories", 2), 2);
  EXPECT_EQ(index.PrefixOf("read more stories", 3), -1);
}

TEST(PhraseIndexTest, APhraseOfTwoBytesMayGoOnWithAnyThird) {
  const PhraseIndex index(kPhrases);

  EXPECT_EQ(index.PrefixOf("ré"), -1);
  EXPECT_EQ(index.PrefixOf("re"), 1);
  EXPECT_EQ(index.PrefixOf("re\xFF"), 1);
}

TEST(PhraseIndexTest, FindsAPhraseAnywhere) {
  const PhraseIndex index(kPhrases);

  EXPECT_TRUE(index.FoundIn("please read"));
  EXPECT_TRUE(index.FoundIn("在中国"));
  EXPECT_FALSE(index.FoundIn("box"));
  EXPECT_FALSE(index.FoundIn(""));
}

TEST(PhraseIndexTest, KnowsWholePhrasesOfAnyLength) {
  const PhraseIndex index(kPhrases);

  EXPECT_EQ(index.NumberOf("read"), 2);
  EXPECT_EQ(index.NumberOf("x"), 3);
  EXPECT_EQ(index.NumberOf("中"), 4);
  EXPECT_EQ(index.NumberOf("rea"), -1);
  EXPECT_EQ(index.NumberOf(""), -1);
}

}  // namespace
}  // namespace newsmill::extract::lexicon
