// The progress of a consumer group in a partition of the input.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// The data that the group commits for a partition.
struct Progress {
  int32_t partition = 0;
  int64_t next_offset = 0;  // the first offset that is not processed yet
  OffsetMetadata metadata;  // committed with the offset

  bool operator==(const Progress&) const = default;
};

/// The committed position of the group in a partition.
struct CommittedPosition {
  Progress progress;
  /// False: the group has no committed offset, or the committed offset has
  /// expired. Then `progress` is the position at which the worker starts to
  /// read.
  bool committed = true;
  /// True: the committed offset has expired. Then `progress` is at the first
  /// message that is still retained, and `committed` is false.
  bool expired = false;
  bool has_messages = true;  // the partition has messages from `progress` on
};

}  // namespace newsmill::pipeline
