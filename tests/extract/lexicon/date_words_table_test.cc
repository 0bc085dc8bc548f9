#include "extract/lexicon/date_words_table.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

TEST(DateWordsTableTest, IsSortedByWord) {
  for (const auto words : {MonthsOfCldr(), WeekdaysOfCldr(), DayPeriodsOfCldr(),
                           DateLinksOfCldr(), OrdersOfCldr()}) {
    EXPECT_FALSE(words.empty());
    EXPECT_TRUE(std::ranges::is_sorted(words, {}, &DateWord::words));
  }
}

TEST(DateWordsTableTest, TheRowForAllOtherLanguagesIsTheLastRowOfAWord) {
  const auto months = MonthsOfCldr();
  for (size_t i = 1; i < months.size(); ++i) {
    if (months[i].words != months[i - 1].words) continue;
    EXPECT_FALSE(months[i - 1].languages.empty()) << months[i].words;
  }
}

}  // namespace
}  // namespace newsmill::extract::lexicon
