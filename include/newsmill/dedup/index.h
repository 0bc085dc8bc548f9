// Decides for each article whether it is an original or a copy. The index is a
// state machine. The input of the state machine is the entries of the
// fingerprint log.
//
// The index remembers the published texts (originals, updates, extensions) for
// a window of log time. Log time is the greatest timestamp in the log so far.
// The index compares a new text only with published texts, never with copies
// (leader clustering). So a text never becomes a copy only because it is
// similar to another copy. If the texts have fingerprints of different
// versions, the index finds the earlier text only if the article or the whole
// text is equal.
//
// A delivery is one item of one message, see model::Delivery. The index also
// remembers the decision about each delivery until the log says that the
// delivery is committed. So a worker that processes a message again gets the
// same decision.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"

namespace newsmill::dedup {

/// The effect of an entry on the index. Applied::decision is set only for
/// kDecided and kRepeated. Only kDecided and kApplied change the texts and
/// decisions of the index. Any entry may advance the log time.
enum class Effect {
  kDecided,       // the delivery's first fingerprint: makes the decision
  kRepeated,      // a later fingerprint: the first decision remains
  kApplied,       // genesis, rules, claim, retract or commit
  kFenced,        // no effect: a later assignment has claimed the partition
  kOtherVersion,  // no effect: fingerprint version differs from the rules
  kIgnored,       // no effect: malformed, or invalid at this place in the log
  kRewound,       // no effect: a claim below the committed offset
  kUnknownRules,  // no effect: rules of an unknown version; stop the worker
};
inline constexpr int kEffectCount = 8;

struct Applied {
  Effect effect = Effect::kIgnored;
  model::Decision decision;
  int64_t log_offset = -1;  // offset of the delivery's first entry
};

/// The published texts and decisions after the entries that Apply has read so
/// far. The texts and decisions depend only on these entries, so every worker
/// has the same texts and decisions. Apply accepts any entry. Not thread-safe:
/// the decide thread owns the Index.
class Index {
 public:
  Index();
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// Applies the next entry of the log and returns its effect. `offset` is the
  /// offset of the entry. `time_ms` is the Unix time of the entry in
  /// milliseconds. An entry may have an earlier time than the entry before it.
  Applied Apply(const model::LogEntry& entry, int64_t offset, int64_t time_ms);

  /// Announces the entry that Apply or Load gets after the next one, so that
  /// its part of the index arrives from the memory in the meantime. Never
  /// changes a result.
  void Expect(const model::LogEntry& entry, int64_t offset);

  /// Returns the digest of the state. Two indexes that will decide alike have
  /// the same digest.
  model::Hash128 digest() const;
  /// Returns a mark for the place after the last entry. REQUIRES: genesis and
  /// rules are known.
  model::Mark Capture() const;

  /// Loads the state of a mark into a new index, without deciding anything
  /// again. Calls must match
  ///   StartLoading Load* FinishLoading
  /// with one call of Load for each entry of the log from Mark::base on, up to,
  /// but not including, Mark::place. Entries below `first_offset` may be
  /// missing: their texts are left out. Load returns false if the entry does
  /// not fit the mark. FinishLoading returns false if the digest of the mark
  /// differs; it is not compared if texts were left out. After false, the index
  /// must not be used.
  void StartLoading(const model::Mark& mark, int64_t first_offset);
  bool Load(const model::LogEntry& entry, int64_t offset, int64_t time_ms);
  bool FinishLoading();

  /// genesis() returns the genesis entry, and rules() returns the latest rules
  /// entry. Both functions return nothing before Apply has read such an entry.
  const std::optional<model::GenesisEntry>& genesis() const;
  const std::optional<model::RulesEntry>& rules() const;
  /// Returns the decided deliveries of a message. Returns no deliveries if the
  /// log says that the message is committed.
  std::vector<model::Delivery> Pending(int32_t partition, int64_t offset) const;

  /// Returns the partition's committed offset according to the log, or 0 if no
  /// entry contains a committed offset of the partition.
  int64_t committed_offset(int32_t partition) const;

  /// Returns the offset of the oldest text in the window, or the greatest
  /// number if there is none.
  int64_t oldest_offset() const;
  /// Returns the number of texts in the window.
  int64_t size() const;
  /// Returns the memory of the index in bytes, without the allocator's
  /// overhead.
  int64_t bytes() const;
  int64_t pending_deliveries() const;
  /// Returns the log time in milliseconds. One entry advances the log time by
  /// at most RulesEntry::max_step_ms.
  int64_t time_ms() const;
  /// Returns the age of the oldest text in the window, in milliseconds of log
  /// time.
  int64_t window_ms() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::dedup
