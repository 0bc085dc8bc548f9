// Simulates a whole fleet in one thread without a clock: input, coordinator,
// log and workers. Each worker reads the log by the program's LogFollower, with
// its own index. A seed decides the next step: entries arrive late, workers
// stall, lose partitions without noticing, crash, and start again with another
// version of the extraction. Workers write marks, start from marks, and trim
// the log. Others write parts of marks that are wrong, and workers misread
// entries. An operator trims the log too far, and continues without texts, or
// changes the version of the fingerprints. At the end all faults stop, the
// input is drained, and the accounts are checked.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "newsmill/dedup/index.h"
#include "newsmill/model/decision.h"

namespace newsmill::pipeline {

/// The rule that the workers or brokers break.
enum class Broken {
  kNothing,
  kRetractNotAwaited,       // before it reads the retract
  kDecidesOnAck,            // before it reads the earlier entries
  kEachAppendIsADelivery,   // a repeated message is another delivery
  kForgetsPendingAtClaim,   // like a snapshot without them
  kRemembersOnlyOriginals,  // and decides copies again
  kNoFencing,               // all assignments are equal
  kClaimNotAwaited,         // appends before it reads its claim
  kClaimNotConfirmed,       // may be fenced when it appends
  kStopsWhenRewound,        // does not ask whether it is fenced
  kKeepsItemsNotFound,      // does not retract them
  kStartsInTheMiddle,       // knows only genesis, rules and claims of the log
  kOutOfOrder,              // commits past unfinished offsets
  kCommitsUnfenced,         // without the generation of its assignment
  kFetchesUnstable,         // offsets that an open transaction will change
  kComparesFromBase,        // of a mark on, knowing no earlier text
  kLoadsNoLanes,            // of a mark: no lane is full
  kLoadsNoRetracted,        // of a mark: no text is retracted
  kLoadsNoPending,          // of a mark: no delivery is pending
  kIgnoresBaseTime,         // of a mark: takes the time of the entry
  kIgnoresDigest,           // of a mark that it loads
  kUsesIncompleteMarks,     // without their last parts
  kUsesObjectedMarks,       // does not read objections
  kChecksNoMarks,           // of other workers
  kMarkOfAnotherPlace,      // writes the state of an earlier entry
  kTrimsToNewestMark,       // instead of the third-newest one
  kReadsOnBelowFirst,       // instead of starting again
  kStopsWithoutMark,        // instead of keeping its state
  kTrustsOwnMark,           // does not compare it with what it has written
  kHidesFailedMarks,        // does not object to marks that it cannot load
  kForgetsNoTexts,          // ignores a reset
  kSearchesWithoutReset,    // starts from any mark before a reset
  kOthersRunOn,             // are not stopped when one accepts a short log
  kAppendsNothingAgain,     // when another version of fingerprints is in force
  kWritesNewestVersion,     // of fingerprints, instead of the one in force
};

enum class Harm {
  kDecisionsDiffer,  // two workers decide an entry differently
  kWrongDecision,    // the decision of a record is not that of the log
  kNotCountedOnce,   // a message was committed twice, or never
  kTwoOriginals,     // of one story
  // A copy was suppressed, but its original is never published.
  kLostArticle,
  kStopped,  // a correct worker cannot continue
  kDoesNotDrain,
  kStatesDiffer,  // a worker's state is not that of the log
  kNotHealed,  // a worker keeps its wrong state although it read a right mark
  kTrimmedTooFar,  // fewer than three marks remain
};
std::string_view Name(Harm harm);

struct FleetReport {
  std::map<Harm, std::string> harms;  // the first of each kind
  std::array<int64_t, dedup::kEffectCount>
      effects{};  // of the entries in the log
  std::array<int64_t, model::kRelationCount> outcomes{};
  int64_t dead_letters = 0;
  int64_t crashes = 0;
  int64_t complete_marks = 0;
  int64_t incomplete_marks = 0;
  int64_t objections = 0;
  int64_t trimmed = 0;  // entries
  int64_t late_starts = 0;
  int64_t starts_again = 0;
  int64_t times_below_first = 0;
  int64_t wrong_states = 0;
  int64_t healed = 0;
  int64_t kept_states = 0;
  int64_t refused_starts = 0;  // without a usable mark
  int64_t resets = 0;
  int64_t version_changes = 0;
  int64_t appended_again = 0;  // fingerprints, because of a change
  uint64_t trace = 0;          // hash of all steps
};

/// Returns the report of one run. The same seed gives the same run on every
/// machine.
FleetReport SimulateFleet(uint64_t seed, Broken broken = Broken::kNothing);

}  // namespace newsmill::pipeline
