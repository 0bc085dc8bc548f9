// The offset metadata: a text that the group commits together with each offset.
// The next worker of the partition reads the text to learn the state of the
// earlier workers.
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
  /// The id of the fingerprint log that made the decisions, see
  /// model::GenesisEntry. All zero: no log.
  model::Hash128 log_id;
  /// Before the commit, the worker had read all entries of the fingerprint log
  /// below this offset.
  int64_t log_read = 0;
  /// The number of assignments that began at this offset and did not end
  /// normally, see src/pipeline/crash_guard.h.
  int32_t starts = 0;
  /// The number of partitions that the topic had at the first commit of the
  /// group. Partitions that were added later are new to the group. 0: unknown.
  int32_t first_partitions = 0;
  /// The number of offsets of this partition that the broker deleted before
  /// they were processed. The count starts at the first commit of the group.
  int64_t expired = 0;

  /// Returns the offset metadata in `text`. Returns nothing if an older build
  /// or another tool has written `text`.
  static std::optional<OffsetMetadata> Parse(std::string_view text);
  std::string ToString() const;

  bool operator==(const OffsetMetadata&) const = default;
};

}  // namespace newsmill::pipeline
