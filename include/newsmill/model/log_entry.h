// The entries of the fingerprint log. What a decision depends on stands in
// them, and nowhere else.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// One item of one message at one place of the input. Same place, other digest
/// (a recreated topic) is another delivery.
struct Delivery {
  int32_t partition = 0;
  int64_t offset = 0;
  int32_t item = -1;  // -1: the document is not part of a feed
  Hash128 digest;     // of the raw value and its timestamp

  auto operator<=>(const Delivery&) const = default;
};

/// Whose entries of a partition count: those of its latest claim.
using SessionKey = uint64_t;

/// The log begins with it. A log of another group or other outputs is foreign.
struct GenesisEntry {
  Hash128 log_id;  // random
  std::string group;
  std::array<std::string, 3> outputs;  // articles, duplicates, dead letters

  bool operator==(const GenesisEntry&) const = default;
};

/// All that decisions depend on besides the fingerprints. Ratios in permille.
struct RulesEntry {
  uint16_t version = kFingerprintVersion;
  int64_t window_ms = 0;
  int64_t max_entries = 0;
  /// The most by which one entry advances the time; a broker's clock may jump.
  int64_t max_step_ms = 0;

  int32_t body_jaccard = 500;        // the same text …
  int32_t body_containment = 550;    // … or most of the shorter one, with
  int32_t body_least_jaccard = 120;  // at least so much of both
  int32_t lead_jaccard = 450;        // … or the same beginning
  int32_t shared_facts = 650;        // and so many facts of the shorter one
  int32_t least_facts = 5;           // fewer say nothing
  int32_t jaccard_without_facts = 600;
  uint32_t exact_below_shingles = 40;    // shorter texts: the same only
  uint32_t strict_below_shingles = 100;  // shorter texts: same language and …
  int32_t strict_jaccard = 700;          // … so much of both,
  int32_t strict_containment = 700;      // or of the shorter one,
  int32_t strict_facts = 3;              // with facts
  int32_t strict_shared_facts = 900;     // that are the same
  int32_t shorter = 850;                 // size at which a part is an excerpt
  int32_t longer = 1250;  // size at which what is around a part is an addition
  int32_t covered = 900;  // share at which the same article's text is covered
  int32_t band_candidates = 128;  // oldest first
  int32_t candidates = 1024;

  bool operator==(const RulesEntry&) const = default;
};

/// A worker was given a partition, and begins at `next_offset`.
struct ClaimEntry {
  int32_t partition = 0;
  SessionKey session = 0;
  int64_t next_offset = 0;  // the group's committed offset
  bool accept_rewind = false;

  bool operator==(const ClaimEntry&) const = default;
};

/// A delivery carries an article with this fingerprint.
struct FingerprintEntry {
  Delivery delivery;
  SessionKey session = 0;
  int64_t committed_offset = 0;  // of the delivery's partition, or lower
  int64_t input_time_ms = -1;    // when the input was fetched; -1: unknown
  Hash128 record_id;             // the record's `id`
  Fingerprint fingerprint;

  bool operator==(const FingerprintEntry&) const = default;
};

/// The delivery cannot be published after all.
struct RetractEntry {
  Delivery delivery;
  SessionKey session = 0;

  bool operator==(const RetractEntry&) const = default;
};

/// The partition's offsets below are committed; for what no later fingerprint
/// entry tells.
struct CommitEntry {
  int32_t partition = 0;
  SessionKey session = 0;
  int64_t next_offset = 0;

  bool operator==(const CommitEntry&) const = default;
};

/// Offsets of a partition, from the first to the one before the end.
struct PartitionRange {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t end_offset = 0;

  bool operator==(const PartitionRange&) const = default;
};

/// A replay's log begins with it: what is replayed, for every worker and every
/// restart of it. It changes no decision.
struct RangeEntry {
  std::string topic;  // the input
  std::string from;   // as asked for
  std::string to;
  std::vector<PartitionRange> partitions;

  bool operator==(const RangeEntry&) const = default;
};

/// Malformed, or of a kind that this version does not know.
struct UnknownEntry {
  bool operator==(const UnknownEntry&) const = default;
};

/// An earlier entry that the writer had read: whoever remembers another one at
/// that place reads another log.
struct Anchor {
  int64_t offset = -1;  // -1: none
  uint64_t hash = 0;    // low half of HashOf its bytes

  bool operator==(const Anchor&) const = default;
};

struct LogEntry {
  Anchor anchor;
  std::variant<UnknownEntry, GenesisEntry, RulesEntry, ClaimEntry,
               FingerprintEntry, RetractEntry, CommitEntry, RangeEntry>
      content;

  bool operator==(const LogEntry&) const = default;
};

/// The clock of a log that is not live: see FingerprintEntry::input_time_ms. -1
/// for entries that carry no input.
int64_t InputTimeOf(const LogEntry& entry);

}  // namespace newsmill::model
