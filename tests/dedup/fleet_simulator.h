// A whole fleet in one thread and without a clock: input, coordinator, log and
// workers, each with an index of its own. A seed chooses who does what next:
// entries arrive late, workers stall, lose their partitions without noticing,
// crash anywhere and start again, with another version of the extraction. In
// the end all faults stop, the input is drained, and the books are checked.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "newsmill/dedup/index.h"

namespace newsmill::dedup {

/// What a fleet leaves out of the rules in docs/ (by their numbers there).
enum class Broken {
  kNothing,
  kRetractNotAwaited,       // 1: the dead letter follows the retract blindly
  kDecidesOnAck,            // 3: before what stands earlier in the log is read
  kEachAppendIsADelivery,   // 3
  kForgetsPendingAtClaim,   // 4: as a snapshot without them would
  kRemembersOnlyOriginals,  // 4
  kNoFencing,               // 5: all sessions are alike
  kClaimNotAwaited,         // 5: appends before its claim is read
  kClaimNotConfirmed,       // 5: appends once it is, though it may be deposed
  kKeepsItemsNotFound,      // 5: does not retract them
  kStartsInTheMiddle,       // 9: knows genesis, rules and claims only
  kOutOfOrder,              // 12: commits past unfinished offsets
  kCommitsUnfenced,         // 13: fresh metadata
  kFetchesUnstable,         // 13: offsets of which a transaction is open
};

enum class Harm {
  kDecisionsDiffer,  // two workers read different decisions from an entry
  kWrongDecision,    // a record carries another decision than the log gives
  kNotCountedOnce,   // a message was committed twice, or never
  kTwoOriginals,     // of one story
  kLostArticle,      // suppressed for an article that will never be published
  kStopped,          // a worker that did no wrong cannot go on
  kDoesNotDrain,
};

struct FleetReport {
  std::map<Harm, std::string> harms;            // the first of each kind
  std::array<int64_t, kEffectCount> effects{};  // of the log's entries
  std::array<int64_t, model::kRelationCount> outcomes{};
  int64_t dead_letters = 0;
  int64_t crashes = 0;
  uint64_t trace = 0;  // hash of all that happened
};

/// The same seed gives the same run on every machine.
FleetReport SimulateFleet(uint64_t seed, Broken broken = Broken::kNothing);

}  // namespace newsmill::dedup
