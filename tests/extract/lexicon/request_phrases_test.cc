#include <set>
#include <string_view>

#include "extract/lexicon/requests.h"
#include "extract/text/characters.h"
#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(RequestPhrasesTest, PhrasesAreFoldedAndOccurOnce) {
  for (const PhraseList phrases : {RequestPhrases()}) {
    std::set<std::string_view> seen;
    for (const std::string_view phrase : phrases) {
      EXPECT_EQ(text::Folded(phrase), phrase);
      EXPECT_TRUE(seen.insert(phrase).second) << phrase;
    }
  }
}

TEST(RequestPhrasesTest, NoPhraseIsOneShortWord) {
  for (const std::string_view phrase : RequestPhrases()) {
    EXPECT_GE(phrase.size(), 8) << phrase;
  }
}

TEST(RequestPhrasesTest, NoPhraseHasAQuotationMark) {
  for (const std::string_view phrase : RequestPhrases()) {
    for (const std::string_view mark : {"\"", "“", "„", "«", "「"}) {
      EXPECT_FALSE(phrase.contains(mark)) << phrase;
    }
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
