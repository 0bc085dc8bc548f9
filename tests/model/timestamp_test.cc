#include "newsmill/model/timestamp.h"

#include "gtest/gtest.h"

namespace newsmill::model {
namespace {

TEST(TimestampTest, ReadsTimesWithTheirOffset) {
  EXPECT_EQ(ParseTimestamp("1970-01-02T00:00:00Z"), 86'400'000);
  EXPECT_EQ(ParseTimestamp("2024-01-23T11:30:00.1234+01:00"),
            1'706'005'800'123);
  EXPECT_EQ(ParseTimestamp("2024-01-23T05:30:00-05:00"), 1'706'005'800'000);
}

TEST(TimestampTest, ReadsLooserForms) {
  EXPECT_EQ(ParseTimestamp("1970-01-02"), 86'400'000);
  EXPECT_EQ(ParseTimestamp("1970-01-01 00:01"), 60'000);
  EXPECT_EQ(ParseTimestamp("1970-01-01 01:01 +0100"), 60'000);
}

TEST(TimestampTest, RefusesWhatIsNoTime) {
  for (const char* text :
       {"", "yesterday", "2024-02-30", "2024-01-23T25:00:00Z", "2024-01-23T10",
        "2024-01-23x", "-024-01-23"}) {
    EXPECT_FALSE(ParseTimestamp(text)) << text;
  }
}

}  // namespace
}  // namespace newsmill::model
