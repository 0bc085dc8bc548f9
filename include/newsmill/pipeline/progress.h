// How far a consumer group has come in a partition of the input.
#pragma once

#include <cstdint>

#include "newsmill/pipeline/offset_metadata.h"

namespace newsmill::pipeline {

/// What the group commits for a partition.
struct Progress {
  int32_t partition = 0;
  int64_t next_offset = 0;  // the first offset that is not processed yet
  OffsetMetadata metadata;  // committed with the offset

  bool operator==(const Progress&) const = default;
};

/// The committed position of the group in a partition.
struct CommittedPosition {
  Progress progress;
  /// False: the group has committed no offset that still exists, and `progress`
  /// is where to begin.
  bool committed = true;
  /// True: the committed offset has expired, and `progress` is at the first
  /// message that is left. Then `committed` is false.
  bool expired = false;
  bool has_messages = true;  // messages exist from `progress` on
};

}  // namespace newsmill::pipeline
