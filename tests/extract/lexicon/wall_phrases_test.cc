#include <set>
#include <string_view>

#include "extract/lexicon/requests.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(WallPhrasesTest, PhrasesAreFoldedAndOccurOnce) {
  for (const PhraseList phrases :
       {AccessPhrases(), ErrorPhrases(), RequestButtons(), ErrorTitles()}) {
    std::set<std::string_view> seen;
    for (const std::string_view phrase : phrases) {
      EXPECT_EQ(text::Folded(phrase), phrase);
      EXPECT_TRUE(seen.insert(phrase).second) << phrase;
    }
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
