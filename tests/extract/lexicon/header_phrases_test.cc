#include <algorithm>

#include "extract/lexicon/phrases.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(HeaderPhrasesTest, NamesOfSectionsAreFoldedWholeLines) {
  EXPECT_TRUE(std::ranges::binary_search(SectionNames(), "politics"));
  EXPECT_TRUE(std::ranges::binary_search(SectionNames(), "politik"));
  EXPECT_FALSE(std::ranges::binary_search(SectionNames(), "Politics"));
}

TEST(HeaderPhrasesTest, EveryListIsSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(SectionNames()));
  EXPECT_TRUE(std::ranges::is_sorted(AgencyNames()));
  EXPECT_TRUE(std::ranges::is_sorted(DateFillers()));
}

TEST(HeaderPhrasesTest, NoAgencyIsASection) {
  for (const std::string_view agency : AgencyNames()) {
    EXPECT_FALSE(std::ranges::binary_search(SectionNames(), agency)) << agency;
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
