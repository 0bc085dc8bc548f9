// The state machine that decides which article is the original.
//
// It remembers the texts that were published (originals, updates, extensions)
// for a window of log time; a new one is compared with these alone, so that
// copies form no chains (leader clustering). It also remembers each delivery
// that is not known to be committed, with its decision: whoever processes the
// message again gets the same one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "newsmill/model/decision.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// What an entry did. Only the first two carry a decision; only kDecided and
/// kApplied change the state, besides its time.
enum class Effect {
  kDecided,       // a delivery's first entry
  kRepeated,      // a later one: the decision is that of the first
  kApplied,       // genesis, rules, claim, retract, commit
  kFenced,        // of a session whose partition another has claimed
  kOtherVersion,  // of fingerprints that are not in force
  kIgnored,       // cannot be read, or makes no sense at this place
  kRewound,       // a claim below what was committed that does not accept it
  kUnknownRules,  // rules of a version that this program does not know: stop
};
inline constexpr int kEffectCount = 8;

struct Applied {
  Effect effect = Effect::kIgnored;
  model::Decision decision;
  int64_t log_offset = -1;  // of the delivery's first entry
};

/// The state after a prefix of the log: a pure function of it, whatever the
/// entries are. Not thread-safe: the decide thread owns it.
class Index {
 public:
  Index();
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// Entries in the order of the log. `offset` and `time_ms` are the entry's.
  Applied Apply(const model::LogEntry& entry, int64_t offset, int64_t time_ms);

  /// None before the entry has come.
  const std::optional<model::GenesisEntry>& genesis() const;
  const std::optional<model::RulesEntry>& rules() const;
  /// Deliveries of that message that are decided and not known to be committed.
  std::vector<model::Delivery> Pending(int32_t partition, int64_t offset) const;

  /// The partition's committed offset, as far as entries say; 0: no entry does.
  int64_t committed_offset(int32_t partition) const;

  /// Texts in the window.
  int64_t size() const;
  /// Memory held, without the allocator's own.
  int64_t bytes() const;
  int64_t pending_deliveries() const;
  /// The time of the log: see RulesEntry::max_step_ms.
  int64_t time_ms() const;
  /// From the oldest text in the window to the time of the log.
  int64_t window_ms() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::dedup
