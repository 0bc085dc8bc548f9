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
#include <string_view>

#include "newsmill/dedup/index.h"

namespace newsmill::dedup {

/// What a fleet does wrong.
enum class Broken {
  kNothing,
  kRetractNotAwaited,       // commits the dead letter before it reads that
  kDecidesOnAck,            // before it reads what stands earlier in the log
  kEachAppendIsADelivery,   // a message that comes again is another one
  kForgetsPendingAtClaim,   // as a snapshot without them would
  kRemembersOnlyOriginals,  // and decides copies anew
  kNoFencing,               // all assignments are alike
  kClaimNotAwaited,         // appends before it reads its claim
  kClaimNotConfirmed,       // appends then, though it may be fenced already
  kStopsWhenRewound,        // without asking whether it is fenced
  kKeepsItemsNotFound,      // does not retract them
  kStartsInTheMiddle,       // of the log; knows genesis, rules and claims only
  kOutOfOrder,              // commits past unfinished offsets
  kCommitsUnfenced,         // as any member, not as that of its generation
  kFetchesUnstable,         // offsets that an open transaction will change
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
std::string_view Name(Harm harm);

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
