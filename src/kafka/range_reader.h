// Merges the messages of several partitions into one order, for a replay.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "newsmill/model/log_entry.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/pipeline/progress.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::kafka {

/// Orders messages by timestamp. If timestamps are equal, the message of the
/// lowest partition comes first. Messages of one partition always keep their
/// offset order. So the order depends only on the topic and the start, not on
/// the timing of fetches. The reader needs one message of each partition before
/// it returns any message. Not thread-safe. Calls must match, for each
/// assignment:
///   Start ( Next | Wanted | Take | Reached )*
class RangeReader {
 public:
  explicit RangeReader(std::span<const model::PartitionRange> range);

  /// Forgets the previous assignment and starts to read at the offsets in
  /// `starts`. Does not read offsets outside the range.
  void Start(std::span<const pipeline::Progress> starts);

  /// Returns whether the reader has not yet reached the end of the range in
  /// this partition.
  bool Reads(int32_t partition) const { return lanes_.contains(partition); }

  /// Returns the next message. When a partition has no more offsets in the
  /// range, returns a Passed event, once for each partition that was started.
  /// Returns nothing if the reader first needs a message of the partition that
  /// Wanted returns.
  std::optional<pipeline::SourceEvent> Next();
  /// Returns the partition whose next message the reader needs before it can
  /// return any message. Returns nothing if the reader needs none.
  std::optional<int32_t> Wanted() const;

  /// Adds the next message of the wanted partition.
  void Take(model::RawMessage message);
  /// Records that the wanted partition has no more messages before `offset`.
  void Reached(int32_t partition, int64_t offset);

 private:
  struct Lane {
    int64_t next_offset = 0;  // the lowest offset that may still come
    int64_t end_offset = 0;
    std::optional<model::RawMessage> head;

    bool IsRead() const { return !head && next_offset >= end_offset; }
  };

  std::map<int32_t, int64_t> ends_;
  std::map<int32_t, Lane> lanes_;  // partitions without a Passed event so far
};

}  // namespace newsmill::kafka
