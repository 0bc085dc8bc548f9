#include "range_reader.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fmt/format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::kafka {
namespace {

using pipeline::Passed;
using pipeline::SourceEvent;
using ::testing::ElementsAre;

model::RawMessage Message(int32_t partition, int64_t offset, int64_t time_ms) {
  return {.topic = "raw",
          .partition = partition,
          .offset = offset,
          .timestamp_ms = time_ms,
          .key = {},
          .value = {},
          .headers = {}};
}

std::string Text(const SourceEvent& event) {
  if (const auto* passed = std::get_if<Passed>(&event)) {
    return fmt::format("{} passed {}", passed->partition, passed->next_offset);
  }
  const auto& message = std::get<model::RawMessage>(event);
  return fmt::format("{}@{}", message.partition, message.offset);
}

/// Everything that is known by now.
std::vector<std::string> Ready(RangeReader& reader) {
  std::vector<std::string> ready;
  while (auto event = reader.Next()) ready.push_back(Text(*event));
  return ready;
}

TEST(RangeReaderTest, GivesTheOldestMessageOfAllPartitionsFirst) {
  const std::vector<std::vector<int64_t>> times = {{10, 40, 50}, {20, 20, 60}};
  RangeReader reader({{{0, 0, 3}, {1, 0, 3}}});
  reader.Start({{{0, 0, {}}, {1, 0, {}}}});

  std::vector<std::string> given;
  size_t next[] = {0, 0};
  while (const auto wanted = reader.Wanted()) {
    const auto p = static_cast<size_t>(*wanted);
    const auto offset = static_cast<int64_t>(next[p]);
    reader.Take(Message(*wanted, offset, times[p][next[p]++]));
    for (std::string& one : Ready(reader)) given.push_back(std::move(one));
  }

  EXPECT_THAT(given, ElementsAre("0@0", "1@0", "1@1", "0@1", "0@2",
                                 "0 passed 3", "1@2", "1 passed 3"));
}

TEST(RangeReaderTest, WaitsForThePartitionThatMayHaveAnOlderMessage) {
  RangeReader reader({{{0, 0, 9}, {1, 0, 9}}});
  reader.Start({{{0, 0, {}}, {1, 0, {}}}});

  reader.Take(Message(0, 0, 5));
  EXPECT_THAT(Ready(reader), ElementsAre());
  EXPECT_EQ(reader.Wanted(), 1);
  reader.Take(Message(1, 0, 4));
  EXPECT_THAT(Ready(reader), ElementsAre("1@0"));
}

TEST(RangeReaderTest, ReadsNothingBeyondTheEnd) {
  RangeReader reader({{{0, 2, 5}}});
  reader.Start({{{0, 2, {}}}});

  reader.Take(Message(0, 3, 1));
  EXPECT_THAT(Ready(reader), ElementsAre("0@3"));
  reader.Take(Message(0, 5, 1));
  EXPECT_THAT(Ready(reader), ElementsAre("0 passed 5"));
  EXPECT_EQ(reader.Wanted(), std::nullopt);
}

TEST(RangeReaderTest, APartitionThatEndsWithoutAMessageIsPassed) {
  RangeReader reader({{{0, 0, 5}}});
  reader.Start({{{0, 0, {}}}});

  reader.Take(Message(0, 1, 1));
  EXPECT_THAT(Ready(reader), ElementsAre("0@1"));
  reader.Reached(0, 4);
  EXPECT_THAT(Ready(reader), ElementsAre()) << "of a leader that lags";
  reader.Reached(0, 7);
  EXPECT_THAT(Ready(reader), ElementsAre("0 passed 5"));
}

TEST(RangeReaderTest, ThePassedDoNotHoldUpTheOthers) {
  RangeReader reader({{{0, 0, 9}, {1, 0, 9}}});
  reader.Start({{{0, 0, {}}, {1, 0, {}}}});

  reader.Reached(0, 9);
  reader.Take(Message(1, 0, 1));
  EXPECT_THAT(Ready(reader), ElementsAre("0 passed 9", "1@0"));
}

TEST(RangeReaderTest, WhatIsDoneOrNotInTheRangeIsNotWanted) {
  RangeReader reader({{{0, 0, 5}, {1, 3, 3}}});

  reader.Start({{{0, 5, {}}, {1, 3, {}}, {2, 0, {}}}});

  for (const int32_t partition : {0, 1, 2}) {
    EXPECT_FALSE(reader.Reads(partition)) << partition;
  }
  EXPECT_EQ(reader.Wanted(), std::nullopt);
  EXPECT_THAT(Ready(reader), ElementsAre());
  reader.Take(Message(2, 0, 1));
  EXPECT_THAT(Ready(reader), ElementsAre());
}

TEST(RangeReaderTest, AnEarlierAssignmentIsForgotten) {
  RangeReader reader({{{0, 0, 9}, {1, 0, 9}}});
  reader.Start({{{0, 0, {}}, {1, 0, {}}}});
  reader.Take(Message(0, 0, 1));

  reader.Start({{{1, 4, {}}}});
  reader.Take(Message(0, 1, 1));
  reader.Take(Message(1, 3, 1));
  reader.Take(Message(1, 4, 1));

  EXPECT_THAT(Ready(reader), ElementsAre("1@4"));
}

}  // namespace
}  // namespace newsmill::kafka
