#include <set>

#include "gtest/gtest.h"
#include "newsmill/model/article.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/raw_message.h"

namespace newsmill::model {
namespace {

TEST(NamesTest, EveryReasonHasItsOwnName) {
  std::set<std::string_view> names;
  for (int i = 0; i < kReasonCount; ++i) {
    names.insert(Name(static_cast<Reason>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<size_t>(kReasonCount));
  EXPECT_EQ(Name(Reason::kRecordTooLarge), "record_too_large");
}

TEST(NamesTest, WhatAddsNothingIsADuplicate) {
  EXPECT_FALSE(IsDuplicate(Relation::kOriginal));
  EXPECT_FALSE(IsDuplicate(Relation::kUpdate));
  EXPECT_FALSE(IsDuplicate(Relation::kExtended));
  EXPECT_TRUE(IsDuplicate(Relation::kExact));
  EXPECT_TRUE(IsDuplicate(Relation::kNear));
  EXPECT_TRUE(IsDuplicate(Relation::kExcerpt));
}

TEST(NamesTest, AFullArticleStatesNoCompleteness) {
  EXPECT_EQ(Name(Completeness::kFull), "");
  EXPECT_EQ(Name(Completeness::kLive), "live");
}

TEST(FindHeaderTest, TakesTheLastOfThatNameThatIsNotNull) {
  const Headers headers = {{"URL", "a"}, {"url", "b"}, {"Url", std::nullopt}};

  EXPECT_EQ(FindHeader(headers, "uRL"), "b");
  EXPECT_EQ(FindHeader(headers, "ur"), std::nullopt);
}

}  // namespace
}  // namespace newsmill::model
