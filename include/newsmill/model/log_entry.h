// The entries of the fingerprint log. A decision depends only on the entries
// before it in the log.
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
/// offset. After a topic was deleted and created again, an offset belongs to
/// another message.
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
  int64_t max_entries = 0;  // maximum number of remembered texts
  /// The maximum advance of the log time by one entry, in milliseconds. The
  /// limit is needed because the clock of a broker may jump.
  int64_t max_step_ms = 0;

  // A and B may be copies if one of these three conditions is true:
  int32_t body_jaccard = 500;        // 1. minimum Jaccard of the bodies
  int32_t body_containment = 550;    // 2. minimum containment of the bodies,
  int32_t body_least_jaccard = 120;  //    together with this minimum Jaccard
  int32_t lead_jaccard = 450;        // 3. minimum Jaccard of the leads
  // A and B are copies if they also share facts:
  int32_t shared_facts = 650;  // minimum share of the smaller set of facts
  int32_t least_facts = 5;     // below this number, facts prove nothing, and
  int32_t jaccard_without_facts = 600;  // bodies or leads need this Jaccard
  // Limits for short texts. The limits apply to the number of shingles of the
  // shorter text:
  uint32_t exact_below_shingles = 40;  // below: only equal texts are copies
  /// Below this number of shingles, the languages must be equal. In addition,
  /// the bodies or leads need `strict_jaccard`; or the bodies need
  /// `strict_containment`, and the texts must share facts as `strict_facts` and
  /// `strict_shared_facts` require.
  uint32_t strict_below_shingles = 100;
  int32_t strict_jaccard = 700;
  int32_t strict_containment = 700;
  int32_t strict_facts = 3;           // minimum number of facts in each text
  int32_t strict_shared_facts = 900;  // minimum share of the smaller set
  // The kind of copy, by the size of the later text in permille of the size of
  // the earlier text:
  int32_t shorter = 850;  // up to this size: an excerpt
  int32_t longer = 1250;  // from this size: an extension
  // The limit for versions of one article:
  int32_t covered = 900;  // minimum containment of a text that adds nothing
  // Limits of the search, which compares the oldest texts of a band first:
  int32_t band_candidates = 128;  // maximum of texts compared in a band
  int32_t candidates = 1024;      // maximum of texts compared in all bands

  bool operator==(const RulesEntry&) const = default;
};

/// A worker starts an assignment of a partition at `next_offset`. Later entries
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

/// The fingerprint of the article in a delivery. The first fingerprint entry of
/// a delivery determines the decision about the delivery.
struct FingerprintEntry {
  Delivery delivery;
  AssignmentKey assignment = 0;
  int64_t committed_offset = 0;  // the partition's, or a lower offset
  int64_t input_time_ms = -1;    // Unix time of `fetched_at`; -1: unknown
  Hash128 record_id;             // the record's `id`
  Fingerprint fingerprint;

  bool operator==(const FingerprintEntry&) const = default;
};

/// A decided delivery cannot be published after all. The index forgets its
/// text.
struct RetractEntry {
  Delivery delivery;
  AssignmentKey assignment = 0;

  bool operator==(const RetractEntry&) const = default;
};

/// The group has committed the partition's offsets below `next_offset`. A
/// fingerprint entry also contains the committed offset, so a worker writes a
/// commit entry only if it has no fingerprint entry to write.
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

/// An entry that is malformed, or whose kind this version of newsmill does not
/// know.
struct UnknownEntry {
  bool operator==(const UnknownEntry&) const = default;
};

/// An earlier entry that the writer of an entry had read. If a reader remembers
/// another hash at that offset, the reader reads another log, and it stops.
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
