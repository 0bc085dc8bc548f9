#include "fleet_simulator.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gtest/gtest.h"

namespace newsmill::pipeline {
namespace {

using dedup::Effect;

/// NEWSMILL_SIMULATIONS=100000 gives a longer run. NEWSMILL_SIMULATIONS=1 with
/// NEWSMILL_FIRST_SIMULATION=<seed> repeats a schedule that failed.
uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}
uint64_t Simulations() { return FromEnvironment("NEWSMILL_SIMULATIONS", 2000); }

TEST(FleetSimulatorTest, NoScheduleDoesHarm) {
  const uint64_t first = FromEnvironment("NEWSMILL_FIRST_SIMULATION", 0);
  for (uint64_t seed = first; seed < first + Simulations(); ++seed) {
    for (const auto& [harm, what] : SimulateFleet(seed).harms) {
      ADD_FAILURE() << "seed " << seed << ": " << Name(harm) << ": " << what;
    }
    if (HasFailure()) break;
  }
}

TEST(FleetSimulatorTest, ASeedReplaysExactly) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    EXPECT_EQ(SimulateFleet(seed).trace, SimulateFleet(seed).trace);
    EXPECT_NE(SimulateFleet(seed).trace, SimulateFleet(seed + 1).trace);
  }
}

/// A simulator that never reaches the difficult cases proves nothing.
TEST(FleetSimulatorTest, SchedulesReachEveryDecisionFenceAndFaultOfMarks) {
  FleetReport sum;
  for (uint64_t seed = 0; seed < 600; ++seed) {
    const FleetReport report = SimulateFleet(seed);
    for (size_t i = 0; i < sum.effects.size(); ++i) {
      sum.effects.at(i) += report.effects.at(i);
    }
    for (size_t i = 0; i < sum.outcomes.size(); ++i) {
      sum.outcomes.at(i) += report.outcomes.at(i);
    }
    sum.dead_letters += report.dead_letters;
    sum.crashes += report.crashes;
    sum.complete_marks += report.complete_marks;
    sum.incomplete_marks += report.incomplete_marks;
    sum.objections += report.objections;
    sum.trimmed += report.trimmed;
    sum.late_starts += report.late_starts;
    sum.starts_again += report.starts_again;
    sum.times_below_first += report.times_below_first;
    sum.wrong_states += report.wrong_states;
    sum.healed += report.healed;
    sum.kept_states += report.kept_states;
    sum.refused_starts += report.refused_starts;
    sum.resets += report.resets;
    sum.version_changes += report.version_changes;
    sum.appended_again += report.appended_again;
  }
  for (const Effect effect :
       {Effect::kDecided, Effect::kRepeated, Effect::kApplied, Effect::kFenced,
        Effect::kOtherVersion}) {
    EXPECT_GT(sum.effects.at(static_cast<size_t>(effect)), 50);
  }
  EXPECT_GT(sum.effects.at(static_cast<size_t>(Effect::kRewound)), 0);
  EXPECT_GT(std::ranges::min(sum.outcomes), 50);
  EXPECT_GT(sum.dead_letters, 50);
  EXPECT_GT(sum.crashes, 50);
  EXPECT_GT(sum.complete_marks, 500);
  EXPECT_GT(sum.incomplete_marks, 0);
  EXPECT_GT(sum.objections, 50);
  EXPECT_GT(sum.trimmed, 500);
  EXPECT_GT(sum.late_starts, 200);
  EXPECT_GT(sum.starts_again, 50);
  EXPECT_GT(sum.times_below_first, 0);
  EXPECT_GT(sum.wrong_states, 20);
  EXPECT_GT(sum.healed, 5);
  EXPECT_GT(sum.kept_states, 0);
  EXPECT_GT(sum.refused_starts, 5);
  EXPECT_GT(sum.resets, 20);
  EXPECT_GT(sum.version_changes, 50);
  EXPECT_GT(sum.appended_again, 50);
}

struct BrokenRule {
  std::string name;
  Broken broken = Broken::kNothing;
  Harm harm = Harm::kStopped;
  uint64_t first_seed = 0;  // of the search, for rules that are rarely needed
};

class BrokenRuleTest : public ::testing::TestWithParam<BrokenRule> {};

TEST_P(BrokenRuleTest, IsFound) {
  const uint64_t first = GetParam().first_seed;
  for (uint64_t seed = first; seed < first + Simulations(); ++seed) {
    const FleetReport report = SimulateFleet(seed, GetParam().broken);
    if (!report.harms.contains(GetParam().harm)) continue;
    RecordProperty("seed", std::to_string(seed));
    return;
  }
  FAIL() << "no schedule shows " << Name(GetParam().harm);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BrokenRuleTest,
    ::testing::Values(
        BrokenRule{"RetractNotAwaited", Broken::kRetractNotAwaited,
                   Harm::kLostArticle},
        BrokenRule{"DecidesOnAck", Broken::kDecidesOnAck, Harm::kTwoOriginals},
        BrokenRule{"DecidesOnAckWorkersDiffer", Broken::kDecidesOnAck,
                   Harm::kDecisionsDiffer},
        BrokenRule{"EachAppendIsADelivery", Broken::kEachAppendIsADelivery,
                   Harm::kLostArticle},
        BrokenRule{"ForgetsPendingAtClaim", Broken::kForgetsPendingAtClaim,
                   Harm::kLostArticle},
        BrokenRule{"RemembersOnlyOriginals", Broken::kRemembersOnlyOriginals,
                   Harm::kWrongDecision},
        BrokenRule{"NoFencing", Broken::kNoFencing, Harm::kLostArticle},
        BrokenRule{"ClaimNotAwaited", Broken::kClaimNotAwaited,
                   Harm::kLostArticle},
        BrokenRule{"ClaimNotConfirmed", Broken::kClaimNotConfirmed,
                   Harm::kLostArticle},
        BrokenRule{"ClaimNotConfirmedThenPublishes", Broken::kClaimNotConfirmed,
                   Harm::kWrongDecision},
        BrokenRule{"StopsWhenRewound", Broken::kStopsWhenRewound,
                   Harm::kStopped},
        BrokenRule{"KeepsItemsNotFound", Broken::kKeepsItemsNotFound,
                   Harm::kLostArticle},
        BrokenRule{"StartsInTheMiddle", Broken::kStartsInTheMiddle,
                   Harm::kTwoOriginals},
        BrokenRule{"OutOfOrder", Broken::kOutOfOrder, Harm::kNotCountedOnce},
        BrokenRule{"CommitsUnfenced", Broken::kCommitsUnfenced,
                   Harm::kNotCountedOnce},
        BrokenRule{"FetchesUnstable", Broken::kFetchesUnstable,
                   Harm::kNotCountedOnce},
        BrokenRule{"ComparesFromBase", Broken::kComparesFromBase,
                   Harm::kDecisionsDiffer},
        BrokenRule{"LoadsNoLanes", Broken::kLoadsNoLanes,
                   Harm::kDecisionsDiffer},
        BrokenRule{"LoadsNoRetracted", Broken::kLoadsNoRetracted,
                   Harm::kDecisionsDiffer},
        BrokenRule{"LoadsNoPending", Broken::kLoadsNoPending,
                   Harm::kDecisionsDiffer},
        BrokenRule{"IgnoresBaseTime", Broken::kIgnoresBaseTime,
                   Harm::kStatesDiffer},
        BrokenRule{"IgnoresDigest", Broken::kIgnoresDigest,
                   Harm::kDecisionsDiffer},
        BrokenRule{"UsesIncompleteMarks", Broken::kUsesIncompleteMarks,
                   Harm::kDecisionsDiffer},
        BrokenRule{"UsesObjectedMarks", Broken::kUsesObjectedMarks,
                   Harm::kStatesDiffer},
        BrokenRule{"ChecksNoMarks", Broken::kChecksNoMarks, Harm::kNotHealed},
        BrokenRule{"MarkOfAnotherPlace", Broken::kMarkOfAnotherPlace,
                   Harm::kDoesNotDrain},
        BrokenRule{"TrimsToNewestMark", Broken::kTrimsToNewestMark,
                   Harm::kTrimmedTooFar},
        BrokenRule{"StopsWithoutMark", Broken::kStopsWithoutMark,
                   Harm::kStopped, 200},
        BrokenRule{"TrustsOwnMark", Broken::kTrustsOwnMark, Harm::kNotHealed},
        BrokenRule{"HidesFailedMarks", Broken::kHidesFailedMarks,
                   Harm::kNotHealed},
        BrokenRule{"ForgetsNoTexts", Broken::kForgetsNoTexts,
                   Harm::kDoesNotDrain},
        BrokenRule{"SearchesWithoutReset", Broken::kSearchesWithoutReset,
                   Harm::kDoesNotDrain},
        BrokenRule{"AppendsNothingAgain", Broken::kAppendsNothingAgain,
                   Harm::kDoesNotDrain},
        BrokenRule{"WritesNewestVersion", Broken::kWritesNewestVersion,
                   Harm::kDoesNotDrain},
        BrokenRule{"OthersRunOn", Broken::kOthersRunOn, Harm::kDecisionsDiffer},
        BrokenRule{"ReadsOnBelowFirst", Broken::kReadsOnBelowFirst,
                   Harm::kDecisionsDiffer}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace newsmill::pipeline
