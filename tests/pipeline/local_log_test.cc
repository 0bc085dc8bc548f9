#include "newsmill/pipeline/local_log.h"

#include <cstdint>
#include <utility>

#include "gtest/gtest.h"

namespace newsmill::pipeline {
namespace {

model::LogEntry Claim(int64_t number) {
  return {.anchor = {}, .content = model::ClaimEntry{.next_offset = number}};
}

/// A log with four entries.
class LocalLogTest : public ::testing::Test {
 protected:
  LocalLogTest() {
    EXPECT_EQ(log_.Open([] {}, 0), LogBounds());
    for (int64_t i = 0; i < 4; ++i) EXPECT_TRUE(log_.Append(Claim(i)));
  }
  /// Returns the offset of the next entry, or -1 if there is none.
  int64_t NextOffset() {
    const auto record = log_.Poll();
    EXPECT_TRUE(record) << record.error().what;
    return record && *record ? (*record)->offset : -1;
  }

  LocalLog log_;
};

TEST_F(LocalLogTest, ReturnsEachEntryOnce) {
  for (const int64_t offset : {0, 1, 2, 3, -1}) {
    EXPECT_EQ(NextOffset(), offset);
  }
}

TEST_F(LocalLogTest, ReadsFromALaterPlace) {
  ASSERT_TRUE(log_.ReadFrom(2));

  EXPECT_EQ(NextOffset(), 2);
}

TEST_F(LocalLogTest, ReadsFromItsEnd) {
  ASSERT_TRUE(log_.ReadFrom(4));
  EXPECT_EQ(NextOffset(), -1);

  ASSERT_TRUE(log_.Append(Claim(4)));
  EXPECT_EQ(NextOffset(), 4);
}

TEST_F(LocalLogTest, HasNoEntryThatWasReadBefore) {
  NextOffset();
  NextOffset();
  ASSERT_TRUE(log_.ReadFrom(0));

  const auto record = log_.Poll();

  ASSERT_FALSE(record);
  EXPECT_TRUE(record.error().trimmed);
  EXPECT_EQ(record.error().bounds.first, 2);
  ASSERT_TRUE(log_.ReadFrom(2));
  EXPECT_EQ(NextOffset(), 2);
}

TEST_F(LocalLogTest, KeepsItsUnreadEntriesWhenItIsTrimmed) {
  log_.Trim(3);

  EXPECT_EQ(NextOffset(), 0);
}

}  // namespace
}  // namespace newsmill::pipeline
