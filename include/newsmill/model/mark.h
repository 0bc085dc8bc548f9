// A mark in the fingerprint log: all that a worker needs, besides the
// fingerprints in the log, to know the state of the index at a place of the
// log. With a mark, a worker does not have to read the log from its first
// entry.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::model {

/// What the index knows about an input partition.
struct MarkedPartition {
  int32_t partition = 0;
  AssignmentKey assignment = 0;  // the assignment of the latest claim
  int64_t committed_offset = 0;

  bool operator==(const MarkedPartition&) const = default;
};

/// A delivery that is decided and not known to be committed.
struct MarkedDelivery {
  Delivery delivery;
  Decision decision;
  int64_t log_offset = -1;  // offset of the delivery's first entry

  bool operator==(const MarkedDelivery&) const = default;
};

/// A text that is missing from the lanes (src/dedup/window.h) whose bits are
/// set, because these lanes were full.
struct MarkedLanes {
  int64_t log_offset = -1;  // of the text's entry
  uint64_t full_lanes = 0;

  bool operator==(const MarkedLanes&) const = default;
};

/// The state of the index before the entry at the offset `place`.
struct Mark {
  int64_t place = 0;
  /// The offset of the oldest text in the window; `place` if there is none.
  int64_t base = 0;
  /// The log time in milliseconds: the first known one, the one at `base`, and
  /// the one at `place`.
  int64_t first_time_ms = -1;
  int64_t base_time_ms = -1;
  int64_t time_ms = -1;
  GenesisEntry genesis;
  RulesEntry base_rules;  // in force at `base`
  RulesEntry rules;       // in force at `place`
  /// Bit i (bit i%8 of byte i/8) is set if a text of the window is in the entry
  /// at the offset base+i.
  std::vector<uint8_t> texts;
  std::vector<int64_t> retracted;           // offsets of texts, ascending
  std::vector<MarkedLanes> lanes;           // ascending
  std::vector<MarkedPartition> partitions;  // ascending
  std::vector<MarkedDelivery> deliveries;   // ascending by delivery
  Hash128 digest;                           // dedup::Index::digest() at `place`

  bool operator==(const Mark&) const = default;
};

/// Returns whether a text of the window is in the entry at `offset`. Accepts
/// any offset and any mark.
inline bool HasText(const Mark& mark, int64_t offset) {
  if (offset < mark.base || offset >= mark.place) return false;
  const auto bit = static_cast<uint64_t>(offset - mark.base);
  return bit / 8 < mark.texts.size() &&
         (mark.texts[bit / 8] >> (bit % 8) & 1) != 0;
}

/// Returns the number of texts in the window.
inline int64_t CountTexts(const Mark& mark) {
  int64_t count = 0;
  for (const uint8_t byte : mark.texts) count += std::popcount(byte);
  return count;
}

}  // namespace newsmill::model
