#include "summary.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::app {
namespace {

TEST(SummaryTest, SumsUpByRelationAndReason) {
  Summary summary(/*on_terminal=*/false);
  pipeline::Commit commit;
  commit.counts.relation[static_cast<int>(model::Relation::kOriginal)] = 2;
  commit.counts.relation[static_cast<int>(model::Relation::kNear)] = 1;
  commit.counts.reason[static_cast<int>(model::Reason::kNoText)] = 4;

  summary.On(pipeline::TransactionCommitted{commit});
  summary.On(pipeline::TransactionCommitted{commit});

  EXPECT_EQ(summary.Table(),
            "  articles             4  original 4\n"
            "  duplicates           2  near 2\n"
            "  dead letters         8  no_text 8\n");
  EXPECT_THAT(summary.Text(), ::testing::HasSubstr("0 messages, 14 items in "));
}

TEST(SummaryTest, NamesUnknownKeysAndCountsOtherIgnoredFields) {
  Summary summary(/*on_terminal=*/false);
  model::IgnoredFields fields;
  fields.Add(model::IgnoredCause::kUnknownKey, "titel");
  fields.Add(model::IgnoredCause::kUnknownKey, "feed.a\nb");
  fields.Add(model::IgnoredCause::kBadUrl, "url", "ftp://a/");

  summary.On(pipeline::FieldsIgnored{fields});
  summary.On(pipeline::FieldsIgnored{fields});

  EXPECT_THAT(
      summary.Table(),
      ::testing::EndsWith("  ignored              6  "
                          "unknown_key 4 (feed.a b, titel), bad_url 2\n"));
}

}  // namespace
}  // namespace newsmill::app
