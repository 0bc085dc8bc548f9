#include "newsmill/pipeline/pin_range.h"

#include <functional>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/fake_log.h"

namespace newsmill::pipeline {
namespace {

using model::RangeEntry;
using testing::FakeLog;
using testing::FakeLogClient;
using ::testing::HasSubstr;

RangeEntry RangeTo(const std::string& to) {
  return {.topic = "raw", .from = "24h", .to = to, .partitions = {{0, 1, 2}}};
}

std::expected<RangeEntry, Error> Pin(FakeLog& log, const RangeEntry& proposed) {
  FakeLogClient client(log);
  return PinRange(
      client, [&]() -> std::expected<RangeEntry, Error> { return proposed; });
}

TEST(PinRangeTest, TheFirstRangeStandsAtTheBeginningOfTheLog) {
  FakeLog log;

  EXPECT_EQ(Pin(log, RangeTo("now")), RangeTo("now"));

  ASSERT_EQ(log.entries().size(), 1U);
  EXPECT_EQ(std::get<RangeEntry>(log.entries()[0].content), RangeTo("now"));
}

TEST(PinRangeTest, LaterOnesGetTheFirst) {
  FakeLog log;
  ASSERT_TRUE(Pin(log, RangeTo("now")));

  EXPECT_EQ(Pin(log, RangeTo("1h")), RangeTo("now"));
  EXPECT_EQ(log.entries().size(), 1U) << "nothing is proposed any more";
}

TEST(PinRangeTest, OfTwoAtTheSameTimeTheFirstInTheLogCounts) {
  FakeLog log;
  FakeLogClient client(log);

  const auto pinned =
      PinRange(client, [&]() -> std::expected<RangeEntry, Error> {
        log.Append({.anchor = {}, .content = RangeTo("1h")});  // just before
        return RangeTo("now");
      });

  EXPECT_EQ(pinned, RangeTo("1h"));
}

TEST(PinRangeTest, AnotherFleetsLogIsRefusedAndStaysAsItIs) {
  FakeLog log;
  log.Append({.anchor = {}, .content = model::GenesisEntry{}});

  const auto pinned = Pin(log, RangeTo("now"));

  ASSERT_FALSE(pinned);
  EXPECT_TRUE(pinned.error().misconfigured);
  EXPECT_THAT(pinned.error().message, HasSubstr("does not belong to a replay"));
  EXPECT_EQ(log.entries().size(), 1U);
}

TEST(PinRangeTest, WhatCannotBeProposedIsNotPinned) {
  FakeLog log;
  FakeLogClient client(log);

  const auto pinned = PinRange(client, [] {
    return std::expected<RangeEntry, Error>(std::unexpected(Error{"no range"}));
  });

  EXPECT_EQ(pinned.error().message, "no range");
  EXPECT_TRUE(log.entries().empty());
}

TEST(PinRangeTest, ALogWithoutItsFirstEntryIsRefused) {
  FakeLog log;
  ASSERT_TRUE(Pin(log, RangeTo("now")));
  log.Trim(1);

  const auto pinned = Pin(log, RangeTo("now"));

  ASSERT_FALSE(pinned);
  EXPECT_TRUE(pinned.error().misconfigured);
  EXPECT_THAT(
      pinned.error().message,
      HasSubstr("the first entries of the fingerprint log are missing"));
  EXPECT_TRUE(log.entries().empty()) << "nothing is proposed";
}

}  // namespace
}  // namespace newsmill::pipeline
