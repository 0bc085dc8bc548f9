// The log that the other tests use keeps the contract of FingerprintLog.

#include "support/fake_log.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace newsmill::testing {
namespace {

using pipeline::LogBounds;

/// Two clients of a log with four entries.
class FakeLogTest : public ::testing::Test {
 protected:
  FakeLogTest() {
    for (int64_t i = 0; i < 4; ++i) {
      log_.Append(
          {.anchor = {}, .content = model::ClaimEntry{.next_offset = 100 + i}});
    }
  }

  FakeLog log_;
  FakeLogClient reader_{log_};
  FakeLogClient trimmer_{log_};
};

TEST_F(FakeLogTest, ReadsFromAnyPlaceForwardsAndBackwards) {
  ASSERT_EQ(reader_.Open([] {}, 0), (LogBounds{.first = 0, .end = 4}));

  for (const int64_t place : {3, 0, 2, 2, 1}) {
    ASSERT_TRUE(reader_.ReadFrom(place));
    EXPECT_EQ((**reader_.Poll()).offset, place);
  }
}

TEST_F(FakeLogTest, KeepsTheOffsetsOfTheRetainedEntries) {
  trimmer_.Trim(2);

  EXPECT_EQ(reader_.Open([] {}, 0), (LogBounds{.first = 2, .end = 4}));
  const auto record = **reader_.Poll();
  EXPECT_EQ(record.offset, 2);
  EXPECT_EQ(std::get<model::ClaimEntry>(record.entry.content).next_offset, 102);
  EXPECT_EQ(log_.entries().size(), 2U);
}

TEST_F(FakeLogTest, TrimsNothingTwiceAndNothingBeyondTheEnd) {
  trimmer_.Trim(3);
  trimmer_.Trim(1);
  EXPECT_EQ(log_.bounds(), (LogBounds{.first = 3, .end = 4}));

  trimmer_.Trim(9);
  EXPECT_EQ(log_.bounds(), (LogBounds{.first = 4, .end = 4}));
}

TEST_F(FakeLogTest, TellsAReaderThatFellBelowTheFirstEntry) {
  ASSERT_TRUE(reader_.Open([] {}, 0));
  ASSERT_TRUE(reader_.Poll());
  trimmer_.Trim(3);

  const auto polled = reader_.Poll();

  ASSERT_FALSE(polled);
  EXPECT_TRUE(polled.error().trimmed);
  EXPECT_EQ(polled.error().bounds.first, 3);
  ASSERT_TRUE(reader_.ReadFrom(3));
  EXPECT_EQ((**reader_.Poll()).offset, 3);
}

TEST_F(FakeLogTest, RefusesAPlaceBeyondTheEnd) {
  ASSERT_TRUE(reader_.Open([] {}, 0));
  ASSERT_TRUE(reader_.ReadFrom(5));

  const auto polled = reader_.Poll();

  ASSERT_FALSE(polled);
  EXPECT_TRUE(polled.error().misconfigured);
  EXPECT_FALSE(polled.error().trimmed);
}

}  // namespace
}  // namespace newsmill::testing
