// The state machine that decides which article is the original.
//
// It remembers the published texts (originals, updates, extensions) for a
// window of log time. A new text is compared with these only, so copies form no
// chains (leader clustering). It also remembers each delivery that is not known
// to be committed, with its decision: a worker that processes the message again
// gets the same decision.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// The effect of an entry. Only the first two carry a decision. Only kDecided
/// and kApplied change the state, except for its time, which each entry may
/// advance.
enum class Effect {
  kDecided,       // the first entry of a delivery
  kRepeated,      // a later entry of it: the decision is the first one
  kApplied,       // genesis, rules, claim, retract, commit
  kFenced,        // none: a later assignment has claimed the partition
  kOtherVersion,  // none: the fingerprint's version is not in force
  kIgnored,       // none: malformed, or invalid at this place
  kRewound,       // none: a claim below the committed offset
  kUnknownRules,  // none: rules of an unknown version; the worker has to stop
};
inline constexpr int kEffectCount = 8;

struct Applied {
  Effect effect = Effect::kIgnored;
  model::Decision decision;
  int64_t log_offset = -1;  // of the delivery's first entry
};

/// The state after a prefix of the log, a pure function of that prefix. Any
/// entry is accepted. Not thread-safe: the decide thread owns it.
class Index {
 public:
  Index();
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// Applies the next entry of the log. `offset` is the entry's, `time_ms` its
  /// time in milliseconds by the log's clock, which may go back.
  Applied Apply(const model::LogEntry& entry, int64_t offset, int64_t time_ms);

  /// Return the latest entry of the kind; nothing before the first.
  const std::optional<model::GenesisEntry>& genesis() const;
  const std::optional<model::RulesEntry>& rules() const;
  /// Returns the decided deliveries of a message that are not known to be
  /// committed.
  std::vector<model::Delivery> Pending(int32_t partition, int64_t offset) const;

  /// Returns the partition's committed offset according to the log; 0: no entry
  /// names one.
  int64_t committed_offset(int32_t partition) const;

  /// Returns the number of texts in the window.
  int64_t size() const;
  /// Returns the memory of the index in bytes, without the allocator's
  /// overhead.
  int64_t bytes() const;
  int64_t pending_deliveries() const;
  /// Returns the log time: the greatest time so far, see
  /// RulesEntry::max_step_ms.
  int64_t time_ms() const;
  /// Returns the log time since the oldest text in the window.
  int64_t window_ms() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::dedup
