// The offset metadata: the text that the group commits beside each offset, so
// that any worker that gets the partition knows what earlier ones found out.
//
//   newsmill/1 log=<32 hex digits> read=120 starts=0 partitions=12 expired=0
//
// At most 200 bytes of ASCII. Later versions may append fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/model/hash128.h"

namespace newsmill::pipeline {

struct OffsetMetadata {
  /// The fingerprint log that decided, see model::GenesisEntry; all zero: none.
  model::Hash128 log_id;
  /// The entries of that log below this offset had been read.
  int64_t log_read = 0;
  /// Assignments that began at this offset and did not end in order, see
  /// crash_guard.h.
  int32_t starts = 0;
  /// How many partitions the topic had when the group committed for the first
  /// time: those added later are new to the group. 0: unknown.
  int32_t first_partitions = 0;
  /// Offsets of this partition that the broker had deleted before they were
  /// processed, since the group's first commit.
  int64_t expired = 0;

  /// None for what an older build or another tool has written.
  static std::optional<OffsetMetadata> Parse(std::string_view text);
  std::string ToString() const;

  bool operator==(const OffsetMetadata&) const = default;
};

}  // namespace newsmill::pipeline
