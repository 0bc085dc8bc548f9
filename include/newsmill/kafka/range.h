// The range of a replay: positions in topics.raw, and how far a group is.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::kafka {

struct Earliest {};
struct Latest {};
/// The first message with this timestamp or a later one.
struct AtTime {
  int64_t milliseconds = 0;  // since 1970 UTC
};
/// In every partition.
struct AtOffset {
  int64_t offset = 0;
};
/// By partition; the others are left out.
struct AtOffsets {
  std::map<int32_t, int64_t> offsets;
};
using Position = std::variant<Earliest, Latest, AtTime, AtOffset, AtOffsets>;

struct Range {
  std::vector<model::PartitionRange> partitions;
  std::vector<std::string> notes;  // a sentence where it is less than asked for
};

/// The offsets from one position to before the other, as the brokers have them
/// now: nothing that is open in a transaction, and nothing that comes later. An
/// error is misconfigured where other positions would help. Blocks.
std::expected<Range, Error> ResolveRange(const Options& options,
                                         const Position& from,
                                         const Position& to);

/// By partition.
struct GroupOffsets {
  std::map<int32_t, int64_t> committed;  // -1: none
  /// Of those below: the broker had deleted them before they were processed.
  std::map<int32_t, int64_t> expired;
};

/// The offsets of `options.group` in the partitions of `options.reading`. Each
/// call waits 20 seconds at most. Not thread-safe.
using AskGroupOffsets = std::function<std::expected<GroupOffsets, Error>()>;
std::expected<AskGroupOffsets, Error> MakeAskGroupOffsets(
    const Options& options);

}  // namespace newsmill::kafka
