// The entries of the fingerprint log. All workers read the same entries in the
// same order, and make the decisions about articles only from these entries.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"

namespace newsmill::model {

/// One item of one input message. If a topic is deleted and created again, the
/// same offset belongs to another message. The digest distinguishes these
/// messages.
struct Delivery {
  int32_t partition = 0;
  int64_t offset = 0;
  int32_t item = -1;  // -1: the document is not part of a feed
  Hash128 digest;     // of the raw value and its timestamp

  auto operator<=>(const Delivery&) const = default;
};

/// Identifies an assignment: the time from one rebalance to the next in which a
/// worker has its partitions. Each assignment claims its partitions by
/// ClaimEntry. In each partition, only the entries of the assignment with the
/// latest claim have an effect.
using AssignmentKey = uint64_t;

/// The first entry of a log. A worker rejects the log if the worker belongs to
/// another group, or has other output topics.
struct GenesisEntry {
  Hash128 log_id;  // random
  std::string group;
  std::array<std::string, 3> outputs;  // articles, duplicates, dead letters

  bool operator==(const GenesisEntry&) const = default;
};

/// The rules for the decisions after this entry. A and B are two texts that are
/// compared. All similarities are in permille:
/// - The Jaccard similarity is |A∩B| / |A∪B|, computed from the shingles.
/// - The containment is |A∩B| / min(|A|, |B|), computed from the shingles.
/// - Facts are the numbers and names in a text.
/// src/dedup/similarity.h describes how each similarity is computed.
struct RulesEntry {
  uint16_t version = kFingerprintVersion;
  int64_t window_ms = 0;    // log time for which a text is remembered
  int64_t max_entries = 0;  // maximum number of remembered texts
  /// The maximum advance of the log time by one entry, in milliseconds. The
  /// limit protects the window if the clock of a broker jumps.
  int64_t max_step_ms = 0;

  // A and B are copies only if one of these three conditions is true:
  int32_t body_jaccard = 500;        // 1. minimum Jaccard of the bodies
  int32_t body_containment = 550;    // 2. minimum containment of the bodies,
  int32_t body_least_jaccard = 120;  //    together with this minimum Jaccard
  int32_t lead_jaccard = 450;        // 3. minimum Jaccard of the leads
  // In addition, A and B must share facts. Of the text with fewer facts, at
  // least this share of the facts must also be in the other text.
  int32_t shared_facts = 650;
  // If a text has fewer than `least_facts` facts, the facts are not compared.
  // Instead, the Jaccard similarity of the bodies or of the leads must be at
  // least `jaccard_without_facts`.
  int32_t least_facts = 5;
  int32_t jaccard_without_facts = 600;
  // If A or B has fewer shingles than this limit, A and B are copies only if
  // they are equal.
  uint32_t exact_below_shingles = 40;
  /// If A or B has fewer shingles than this limit, the languages of A and B
  /// must be equal. In addition, one of these two conditions must be true:
  /// 1. The Jaccard similarity of the bodies or of the leads is at least
  ///    `strict_jaccard`.
  /// 2. The containment of the bodies is at least `strict_containment`, each
  ///    text has at least `strict_facts` facts, and the share of shared facts
  ///    is at least `strict_shared_facts`.
  uint32_t strict_below_shingles = 100;
  int32_t strict_jaccard = 700;
  int32_t strict_containment = 700;
  int32_t strict_facts = 3;
  int32_t strict_shared_facts = 900;
  // The kind of a copy depends on the size of the later text, in permille of
  // the size of the earlier text:
  int32_t shorter = 850;  // up to this size: an excerpt
  int32_t longer = 1250;  // from this size: an extension
  // A shorter version of an article is an excerpt of the latest version only if
  // the containment of the two versions is at least `covered`.
  int32_t covered = 900;
  // The maximum numbers of earlier texts that are compared with a new text. A
  // band is three registers of a sketch. The index compares texts that have an
  // equal band, the oldest text first (src/dedup/window.h).
  int32_t band_candidates = 128;  // for one band
  int32_t candidates = 1024;      // for all bands together

  bool operator==(const RulesEntry&) const = default;
};

/// A claim: a worker states that it starts to process a partition at
/// `next_offset` in a new assignment. After the claim, entries of earlier
/// assignments of the partition have no effect.
struct ClaimEntry {
  int32_t partition = 0;
  AssignmentKey assignment = 0;
  int64_t next_offset = 0;  // the group's committed offset
  /// True: the claim has an effect even if `next_offset` is below a committed
  /// offset in an earlier entry of the log.
  bool accept_rewind = false;

  bool operator==(const ClaimEntry&) const = default;
};

/// The fingerprint of the article in a delivery. The first fingerprint entry of
/// a delivery determines the decision about the delivery.
struct FingerprintEntry {
  Delivery delivery;
  AssignmentKey assignment = 0;
  int64_t committed_offset = 0;  // the partition's committed offset, or less
  int64_t input_time_ms = -1;    // Unix time of `fetched_at`; -1: unknown
  Hash128 record_id;             // the record's `id`
  Fingerprint fingerprint;

  bool operator==(const FingerprintEntry&) const = default;
};

/// States that a delivery cannot be published although it was decided. The
/// index forgets the text of the delivery.
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

/// The first entry in the log of a replay. It contains the range that all
/// workers of the replay read, also after a restart. This entry changes no
/// decision.
struct RangeEntry {
  std::string topic;  // the input topic
  std::string from;   // as in the command line
  std::string to;
  std::vector<PartitionRange> partitions;

  bool operator==(const RangeEntry&) const = default;
};

/// A part of a mark (model/mark.h), encoded by output/mark.h. A mark is
/// complete if the log has all parts with the same `place` and `nonce`.
struct MarkPartEntry {
  int64_t place = 0;    // Mark::place
  uint64_t nonce = 0;   // random, the same in all parts of a mark
  uint32_t number = 0;  // from 0 on
  uint32_t count = 0;   // of all parts
  Hash128 digest;       // Mark::digest
  Hash128 hash;         // of the bytes of all parts
  std::vector<uint8_t> bytes;

  bool operator==(const MarkPartEntry&) const = default;
};

/// An objection to a mark: the state of the writer of this entry differs from
/// the mark, or the mark cannot be loaded. Readers do not use the mark.
struct ObjectionEntry {
  int64_t place = 0;   // MarkPartEntry::place
  uint64_t nonce = 0;  // MarkPartEntry::nonce
  /// Of the state of the writer; 0 if the mark cannot be loaded.
  Hash128 digest;

  bool operator==(const ObjectionEntry&) const = default;
};

/// The index forgets all texts whose entries have an offset below
/// `first_offset`, because the log has lost these entries. Allows readers to
/// use a mark before this entry although they cannot read these texts. The mark
/// is the newest complete one before this entry to which nobody has objected,
/// or else the newest one.
struct ResetEntry {
  int64_t first_offset = 0;

  bool operator==(const ResetEntry&) const = default;
};

/// An entry that is malformed, or whose kind this version of newsmill does not
/// know.
struct UnknownEntry {
  bool operator==(const UnknownEntry&) const = default;
};

/// Identifies an earlier entry that the writer of this entry had read. If a
/// reader knows another hash for `offset`, the writer and the reader use
/// different logs. Then the reader stops.
struct Anchor {
  int64_t offset = -1;  // -1: none
  uint64_t hash = 0;    // the low half of HashOf(the entry's bytes)

  bool operator==(const Anchor&) const = default;
};

struct LogEntry {
  Anchor anchor;
  std::variant<UnknownEntry, GenesisEntry, RulesEntry, ClaimEntry,
               FingerprintEntry, RetractEntry, CommitEntry, RangeEntry,
               MarkPartEntry, ObjectionEntry, ResetEntry>
      content;

  bool operator==(const LogEntry&) const = default;
};

/// The number of kinds of entries, and the name of each kind: "unknown",
/// "genesis" … A kind is an index in the variant LogEntry::content.
inline constexpr size_t kEntryKindCount =
    std::variant_size_v<decltype(LogEntry::content)>;
std::string_view NameOfKind(size_t kind);

/// Returns FingerprintEntry::input_time_ms. Returns -1 for other entries. In
/// `newsmill process` and in a replay, this is the time of the entry.
int64_t InputTimeOf(const LogEntry& entry);

}  // namespace newsmill::model
