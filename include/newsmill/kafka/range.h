// Determines which offsets of topics.raw a replay reads, and which of these
// offsets the group of the replay has committed.
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
/// The position of the first message whose timestamp is at least
/// `milliseconds`.
struct AtTime {
  int64_t milliseconds = 0;  // since 1970 UTC
};
/// The position with the same offset in every partition.
struct AtOffset {
  int64_t offset = 0;
};
/// A position with its own offset in each partition. A partition without an
/// offset is not read.
struct AtOffsets {
  std::map<int32_t, int64_t> offsets;
};
using Position = std::variant<Earliest, Latest, AtTime, AtOffset, AtOffsets>;

struct Range {
  std::vector<model::PartitionRange> partitions;
  std::vector<std::string> notes;  // why the range is smaller than requested
};

/// Returns the offsets from `from` up to, but not including, `to`. The range
/// contains only offsets that exist now. The range ends no later than the last
/// stable offset. So it contains no message of an open transaction and no later
/// message. The error is a misconfiguration if a position or the configuration
/// is wrong, for example if `from` is after `to`. Waits for the brokers.
std::expected<Range, Error> ResolveRange(const Options& options,
                                         const Position& from,
                                         const Position& to);

/// The committed and the expired offsets of a group. The key of both maps is
/// the partition.
struct GroupOffsets {
  std::map<int32_t, int64_t> committed;  // -1: no committed offset
  /// The number of offsets below `committed` that the broker deleted before
  /// they were processed.
  std::map<int32_t, int64_t> expired;
};

/// A function that returns the offsets of `options.group` in the partitions of
/// `options.reading`. Waits at most 20 s. Not thread-safe.
using GroupOffsetsFetcher = std::function<std::expected<GroupOffsets, Error>()>;
std::expected<GroupOffsetsFetcher, Error> MakeGroupOffsetsFetcher(
    const Options& options);

}  // namespace newsmill::kafka
