// Which messages of a range are left to be read, and in which order.
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

/// Merges the partitions of an assignment: the message with the lowest
/// timestamp is given first, of equals that of the lowest partition, and always
/// in offset order within a partition. So the order is a function of what the
/// topic holds and of where reading begins, not of how fetches race; it needs
/// one message of each partition before it gives any. Not thread-safe. Calls
/// must match, from assignment to assignment:
///   Start ( Next | Wanted | Take | Reached )*
class RangeReader {
 public:
  explicit RangeReader(std::span<const model::PartitionRange> range);

  /// Forgets everything and begins there. What is not in the range is not read.
  void Start(std::span<const pipeline::Progress> starts);

  /// Something of that partition is left to be read.
  bool Reads(int32_t partition) const { return lanes_.contains(partition); }

  /// What comes next, as soon as that is known: a message, or that a partition
  /// is passed. Each partition that was started and is in the range is passed
  /// once.
  std::optional<pipeline::SourceEvent> Next();
  /// The partition whose next message must be known first: ask for no other's.
  std::optional<int32_t> Wanted() const;

  /// The next message of the partition that is wanted.
  void Take(model::RawMessage message);
  /// The partition that is wanted has no more messages before `offset`.
  void Reached(int32_t partition, int64_t offset);

 private:
  struct Lane {
    int64_t next_offset = 0;  // the lowest that may still come
    int64_t end_offset = 0;
    std::optional<model::RawMessage> head;

    bool IsRead() const { return !head && next_offset >= end_offset; }
  };

  std::map<int32_t, int64_t> ends_;
  std::map<int32_t, Lane> lanes_;  // that are not passed
};

}  // namespace newsmill::kafka
