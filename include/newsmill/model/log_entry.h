// The entries of the fingerprint log. A decision depends on the entries before
// it and on nothing else.
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

/// One item of one input message. The digest tells messages at the same offset
/// apart: after a topic was recreated, an offset holds another message.
struct Delivery {
  int32_t partition = 0;
  int64_t offset = 0;
  int32_t item = -1;  // -1: the document is not part of a feed
  Hash128 digest;     // of the raw value and its timestamp

  auto operator<=>(const Delivery&) const = default;
};

/// Names an assignment of a worker. In a partition only the entries of the
/// assignment with the latest claim have an effect.
using AssignmentKey = uint64_t;

/// The first entry of a log. A worker of another group, or with other outputs,
/// refuses the log.
struct GenesisEntry {
  Hash128 log_id;  // random
  std::string group;
  std::array<std::string, 3> outputs;  // articles, duplicates, dead letters

  bool operator==(const GenesisEntry&) const = default;
};

/// The rules in force from here on: all that decisions depend on besides the
/// fingerprints. Shares are in permille; dedup/match.h says what Jaccard,
/// containment and facts are. A and B are the two texts that are compared.
struct RulesEntry {
  uint16_t version = kFingerprintVersion;
  int64_t window_ms = 0;    // for which a text is remembered, in log time
  int64_t max_entries = 0;  // texts remembered at most
  /// One entry advances the log time by at most this, in milliseconds: the
  /// clock of a broker may jump.
  int64_t max_step_ms = 0;

  // A and B may be copies if one of these three holds:
  int32_t body_jaccard = 500;        // 1. least Jaccard of the bodies
  int32_t body_containment = 550;    // 2. least containment of the bodies,
  int32_t body_least_jaccard = 120;  //    together with this least Jaccard
  int32_t lead_jaccard = 450;        // 3. least Jaccard of the leads
  // They are copies if they also share facts:
  int32_t shared_facts = 650;  // least share of the facts of the poorer text
  int32_t least_facts = 5;     // with fewer facts, facts prove nothing, and
  int32_t jaccard_without_facts = 600;  // bodies or leads need this Jaccard
  // Short texts, by the number of shingles of the shorter one:
  uint32_t exact_below_shingles = 40;  // below: only equal texts are copies
  /// Below this the languages must be equal, and bodies or leads need
  /// `strict_jaccard`, or the bodies need `strict_containment` and the texts
  /// share this many facts.
  uint32_t strict_below_shingles = 100;
  int32_t strict_jaccard = 700;
  int32_t strict_containment = 700;
  int32_t strict_facts = 3;           // of the poorer text, at least
  int32_t strict_shared_facts = 900;  // share of them
  // Which kind of copy it is, by the size of the later text in permille of the
  // earlier one:
  int32_t shorter = 850;  // up to this: an excerpt
  int32_t longer = 1250;  // from this on: an extension
  // For versions of one article:
  int32_t covered = 900;  // containment from which the later one adds nothing
  // Bounds of the search:
  int32_t band_candidates = 128;  // texts compared for each band, oldest first
  int32_t candidates = 1024;      // texts compared in all

  bool operator==(const RulesEntry&) const = default;
};

/// An assignment takes a partition and begins at `next_offset`. Later entries
/// of earlier assignments of the partition have no effect.
struct ClaimEntry {
  int32_t partition = 0;
  AssignmentKey assignment = 0;
  int64_t next_offset = 0;  // the group's committed offset
  /// True: has an effect even if `next_offset` is below a committed offset that
  /// the log knows.
  bool accept_rewind = false;

  bool operator==(const ClaimEntry&) const = default;
};

/// A delivery has an article with this fingerprint. The delivery's first entry
/// decides it.
struct FingerprintEntry {
  Delivery delivery;
  AssignmentKey assignment = 0;
  int64_t committed_offset = 0;  // of the partition, or a lower offset
  int64_t input_time_ms = -1;    // Unix time of `fetched_at`; -1: unknown
  Hash128 record_id;             // the record's `id`
  Fingerprint fingerprint;

  bool operator==(const FingerprintEntry&) const = default;
};

/// A decided delivery cannot be published after all. Its text is forgotten.
struct RetractEntry {
  Delivery delivery;
  AssignmentKey assignment = 0;

  bool operator==(const RetractEntry&) const = default;
};

/// The group has committed the partition's offsets below `next_offset`. Written
/// where no fingerprint entry follows that could carry the offset.
struct CommitEntry {
  int32_t partition = 0;
  AssignmentKey assignment = 0;
  int64_t next_offset = 0;

  bool operator==(const CommitEntry&) const = default;
};

/// The offsets of a partition from `first_offset` to before `end_offset`.
struct PartitionRange {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t end_offset = 0;

  bool operator==(const PartitionRange&) const = default;
};

/// The first entry of a replay's log: the range that all workers of the replay,
/// and all restarts, read. It changes no decision.
struct RangeEntry {
  std::string topic;  // the input
  std::string from;   // as in the command
  std::string to;
  std::vector<PartitionRange> partitions;

  bool operator==(const RangeEntry&) const = default;
};

/// An entry that is malformed, or of a kind that this version does not know.
struct UnknownEntry {
  bool operator==(const UnknownEntry&) const = default;
};

/// An earlier entry that the writer of this entry had read. A reader that
/// remembers another hash at that offset reads another log, and stops.
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

/// Returns FingerprintEntry::input_time_ms: the log time of `process` and of a
/// replay. -1 for other entries.
int64_t InputTimeOf(const LogEntry& entry);

}  // namespace newsmill::model
