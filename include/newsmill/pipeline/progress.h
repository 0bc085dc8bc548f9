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

/// Where the group stands in a partition.
struct Standing {
  Progress progress;
  /// False: the group has committed nothing that is of use, and `progress` is
  /// the place to begin.
  bool committed = true;
  /// Not committed, since what was committed has expired: `progress` is the
  /// first message that is left.
  bool expired = false;
  bool has_messages = true;  // some wait from there on
};

}  // namespace newsmill::pipeline
