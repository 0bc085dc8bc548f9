// Merges the messages of a range of several partitions into one order.
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

  /// Forgets everything and starts at `starts`. Does not read offsets outside
  /// the range.
  void Start(std::span<const pipeline::Progress> starts);

  /// Returns whether the partition has offsets that are not read yet.
  bool Reads(int32_t partition) const { return lanes_.contains(partition); }

  /// Returns the next message, or a Passed event after the last offset of a
  /// partition in the range. Returns nothing while the reader needs a message
  /// of another partition. Each started partition of the range gives one Passed
  /// event.
  std::optional<pipeline::SourceEvent> Next();
  /// Returns the partition that must give its next message first, if there is
  /// one.
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
  std::map<int32_t, Lane> lanes_;  // partitions that are not passed yet
};

}  // namespace newsmill::kafka
