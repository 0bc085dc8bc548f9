// The entries of the fingerprint log. A decision depends only on the entries
// before it.
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

/// One item of one input message. The digest distinguishes messages at the same
/// offset. An offset holds another message after the topic was deleted and
/// created again.
struct Delivery {
  int32_t partition = 0;
  int64_t offset = 0;
  int32_t item = -1;  // -1: the document is not part of a feed
  Hash128 digest;     // of the raw value and its timestamp

  auto operator<=>(const Delivery&) const = default;
};

/// Identifies an assignment of a worker. In each partition, only the entries of
/// the assignment with the latest claim have an effect.
using AssignmentKey = uint64_t;

/// The first entry of a log. A worker of another group, or with other outputs,
/// rejects the log.
struct GenesisEntry {
  Hash128 log_id;  // random
  std::string group;
  std::array<std::string, 3> outputs;  // articles, duplicates, dead letters

  bool operator==(const GenesisEntry&) const = default;
};

/// The rules in force after this entry. Decisions depend on these rules and on
/// the fingerprints only. Shares are in permille. dedup/match.h explains
/// Jaccard, containment and facts. A and B are the two compared texts.
struct RulesEntry {
  uint16_t version = kFingerprintVersion;
  int64_t window_ms = 0;    // log time for which a text is remembered
  int64_t max_entries = 0;  // most texts that are remembered
  /// The most by which one entry advances the log time, in milliseconds. The
  /// limit is needed because the clock of a broker may jump.
  int64_t max_step_ms = 0;

  // A and B may be copies if one of these three holds:
  int32_t body_jaccard = 500;        // 1. lowest Jaccard of the bodies
  int32_t body_containment = 550;    // 2. lowest containment of the bodies,
  int32_t body_least_jaccard = 120;  //    together with this lowest Jaccard
  int32_t lead_jaccard = 450;        // 3. lowest Jaccard of the leads
  // A and B are copies if they also share facts:
  int32_t shared_facts = 650;  // lowest share, of the smaller set of facts
  int32_t least_facts = 5;     // below this number, facts prove nothing, and
  int32_t jaccard_without_facts = 600;  // bodies or leads need this Jaccard
  // Limits for short texts. The limits apply to the number of shingles of the
  // shorter text:
  uint32_t exact_below_shingles = 40;  // below it, only equal texts are copies
  /// Below this number, the languages must be equal. In addition, the bodies or
  /// leads need `strict_jaccard`; or the bodies need `strict_containment` and
  /// the texts share at least these facts:
  uint32_t strict_below_shingles = 100;
  int32_t strict_jaccard = 700;
  int32_t strict_containment = 700;
  int32_t strict_facts = 3;  // lowest number, in the text with fewer facts
  int32_t strict_shared_facts = 900;  // lowest share of them
  // The kind of copy, by the size of the later text in permille of the size of
  // the earlier text:
  int32_t shorter = 850;  // up to this: an excerpt
  int32_t longer = 1250;  // from this on: an extension
  // The limit for versions of one article:
  int32_t covered = 900;  // lowest containment of a text that adds nothing
  // Limits of the search:
  int32_t band_candidates = 128;  // most texts compared in a band, oldest first
  int32_t candidates = 1024;      // most texts compared in all

  bool operator==(const RulesEntry&) const = default;
};

/// The start of an assignment in a partition, at `next_offset`. Later entries
/// of earlier assignments of the partition have no effect.
struct ClaimEntry {
  int32_t partition = 0;
  AssignmentKey assignment = 0;
  int64_t next_offset = 0;  // the group's committed offset
  /// True: the claim has an effect even if `next_offset` is below a committed
  /// offset that the log knows.
  bool accept_rewind = false;

  bool operator==(const ClaimEntry&) const = default;
};

/// A delivery has an article with this fingerprint. The first entry of a
/// delivery makes its decision.
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

/// The group has committed the partition's offsets below `next_offset`. A
/// worker writes this entry if it has no fingerprint entry to write that would
/// contain the offset.
struct CommitEntry {
  int32_t partition = 0;
  AssignmentKey assignment = 0;
  int64_t next_offset = 0;

  bool operator==(const CommitEntry&) const = default;
};

/// The offsets of a partition from `first_offset` up to, but not including,
/// `end_offset`.
struct PartitionRange {
  int32_t partition = 0;
  int64_t first_offset = 0;
  int64_t end_offset = 0;

  bool operator==(const PartitionRange&) const = default;
};

/// The first entry of a replay's log: the range that all workers of the replay
/// read, also after a restart. This entry changes no decision.
struct RangeEntry {
  std::string topic;  // the input topic
  std::string from;   // as in the command line
  std::string to;
  std::vector<PartitionRange> partitions;

  bool operator==(const RangeEntry&) const = default;
};

/// An entry that is malformed, or that has a kind unknown to this version.
struct UnknownEntry {
  bool operator==(const UnknownEntry&) const = default;
};

/// An earlier entry that the writer of this entry had read. If a reader
/// remembers another hash at that offset, then it reads another log and stops.
struct Anchor {
  int64_t offset = -1;  // -1: none
  uint64_t hash = 0;    // the low half of HashOf(the entry's bytes)

  bool operator==(const Anchor&) const = default;
};

struct LogEntry {
  Anchor anchor;
  std::variant<UnknownEntry, GenesisEntry, RulesEntry, ClaimEntry,
               FingerprintEntry, RetractEntry, CommitEntry, RangeEntry>
      content;

  bool operator==(const LogEntry&) const = default;
};

/// Returns FingerprintEntry::input_time_ms, which is the log time in `process`
/// and in a replay. Returns -1 for other entries.
int64_t InputTimeOf(const LogEntry& entry);

}  // namespace newsmill::model
