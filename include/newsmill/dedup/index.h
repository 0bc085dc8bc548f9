// The state machine that decides which article is the original.
//
// The index remembers the published texts (originals, updates, extensions) for
// a window of log time. It compares a new text only with published texts, never
// with copies, so no chain of copies can form (leader clustering). It also
// remembers the decision for each delivery until the log says that the delivery
// is committed. So a worker that processes the message again gets the same
// decision.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// The effect of an entry. Only the effects kDecided and kRepeated come with a
/// decision. Only kDecided and kApplied change the state. Any entry may advance
/// the log time.
enum class Effect {
  kDecided,       // the first entry of a delivery: it decides the delivery
  kRepeated,      // a later entry of the delivery: the first decision stays
  kApplied,       // genesis, rules, claim, retract or commit
  kFenced,        // no effect: a later assignment has claimed the partition
  kOtherVersion,  // no effect: the fingerprint's version is not in force
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

/// The state after the entries that Apply has read so far. The state is a pure
/// function of these entries. Accepts any entry. Not thread-safe: the decide
/// thread owns it.
class Index {
 public:
  Index();
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// Applies the next entry of the log and returns its effect. `offset` is the
  /// offset of the entry. `time_ms` is the time of the entry in milliseconds by
  /// the log's clock, which may go back.
  Applied Apply(const model::LogEntry& entry, int64_t offset, int64_t time_ms);

  /// Return the genesis entry and the latest rules entry. Return nothing before
  /// the first such entry.
  const std::optional<model::GenesisEntry>& genesis() const;
  const std::optional<model::RulesEntry>& rules() const;
  /// Returns the decided deliveries of a message. Returns no deliveries if the
  /// log says that the message is committed.
  std::vector<model::Delivery> Pending(int32_t partition, int64_t offset) const;

  /// Returns the partition's committed offset according to the log, or 0 if no
  /// entry contains a committed offset of the partition.
  int64_t committed_offset(int32_t partition) const;

  /// Returns the number of texts in the window.
  int64_t size() const;
  /// Returns the memory of the index in bytes, without the allocator's
  /// overhead.
  int64_t bytes() const;
  int64_t pending_deliveries() const;
  /// Returns the log time: the greatest append time of the entries so far. One
  /// entry advances it by at most RulesEntry::max_step_ms.
  int64_t time_ms() const;
  /// Returns the age of the oldest text in the window, in log time.
  int64_t window_ms() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::dedup
