#include <algorithm>

#include "extract/lexicon/phrase_index.h"
#include "extract/lexicon/phrases.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(MenuPhrasesTest, EntriesAreFoldedAndSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(MenuEntries()));
  for (const std::string_view entry : MenuEntries()) {
    EXPECT_EQ(text::Folded(entry), entry);
  }
}

TEST(MenuPhrasesTest, AnEntryIsAWholeLine) {
  const PhraseIndex entries(MenuEntries());

  EXPECT_TRUE(entries.Holds("contact us"));
  EXPECT_TRUE(entries.Holds("首页"));
  EXPECT_FALSE(entries.Holds("contact us about the bridge"));
}

}  // namespace
}  // namespace newsmill::extract::lexicon
