#include <algorithm>

#include "characters.h"
#include "gtest/gtest.h"
#include "phrase_index.h"
#include "phrases.h"

namespace newsmill::extract {
namespace {

TEST(MenuPhrasesTest, EntriesAreFoldedAndSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(MenuEntries()));
  for (const std::string_view entry : MenuEntries()) {
    EXPECT_EQ(Folded(entry), entry);
  }
}

TEST(MenuPhrasesTest, AnEntryIsAWholeLine) {
  const PhraseIndex entries(MenuEntries());

  EXPECT_TRUE(entries.Holds("contact us"));
  EXPECT_TRUE(entries.Holds("首页"));
  EXPECT_FALSE(entries.Holds("contact us about the bridge"));
}

}  // namespace
}  // namespace newsmill::extract
