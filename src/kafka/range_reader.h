// Merges the messages of several partitions into one order. A replay uses this
// order.
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
/// the timing of fetches. Before the reader returns a message, it needs the
/// next message of each partition, because it compares the timestamps of these
/// messages. Not thread-safe. Calls must match, for each assignment:
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

  /// Returns the next message. At the end of the range in a partition, returns
  /// a Passed event instead, once for each partition that was started. Returns
  /// nothing if the reader first needs a message of the partition that Wanted
  /// returns.
  std::optional<pipeline::SourceEvent> Next();
  /// Returns the partition whose next message the reader needs before it can
  /// return any message. Returns nothing if the reader needs no message.
  std::optional<int32_t> Wanted() const;

  /// Adds the next message of the wanted partition.
  void Take(model::RawMessage message);
  /// Records that the wanted partition has no more messages before `offset`.
  void Reached(int32_t partition, int64_t offset);

 private:
  struct Lane {
    int64_t next_offset = 0;  // the next message has at least this offset
    int64_t end_offset = 0;
    std::optional<model::RawMessage> head;

    bool IsRead() const { return !head && next_offset >= end_offset; }
  };

  std::map<int32_t, int64_t> ends_;
  std::map<int32_t, Lane> lanes_;  // partitions without a Passed event so far
};

}  // namespace newsmill::kafka
