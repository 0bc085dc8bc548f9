// Deliveries in the index, and the assignments whose entries it accepts.
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"
#include "newsmill/dedup/index.h"

namespace newsmill::dedup {
namespace {

using model::Relation;

// ------------------------------------------------------------ deliveries

TEST_F(IndexTest, ADeliveryThatComesAgainGetsItsFirstDecision) {
  const auto original = EntryOf(DeliveryAt(0), 1, Story(1));
  const auto copy = EntryOf(DeliveryAt(1), 2, Story(1));
  const Applied first = Apply(original);
  const Applied second = Apply(copy);
  ASSERT_EQ(second.decision.relation, Relation::kExact);

  const Applied again = Apply(original);
  EXPECT_EQ(again.effect, Effect::kRepeated);
  EXPECT_EQ(again.decision, first.decision);
  EXPECT_EQ(again.log_offset, first.log_offset);
  EXPECT_EQ(Apply(copy).decision, second.decision);
  EXPECT_EQ(Apply(copy).log_offset, second.log_offset);
}

TEST_F(IndexTest, ACopyStaysACopyWhenItsOriginalHasLeft) {
  Add(1, Story(1));
  const auto copy = EntryOf(DeliveryAt(1), 2, Story(1));
  const Applied first = Apply(copy);
  Wait(61);

  EXPECT_EQ(Apply(copy).decision, first.decision);
}

TEST_F(IndexTest, ADeliveryThatComesAgainWithAnotherTextIsTheSame) {
  Apply(EntryOf(DeliveryAt(0), 1, Story(1)));

  const Applied again = Apply(EntryOf(DeliveryAt(0), 1, Story(2)));

  EXPECT_EQ(again.effect, Effect::kRepeated);
  EXPECT_EQ(index_.size(), 1);
}

TEST_F(IndexTest, AnotherDigestAtTheSamePlaceIsAnotherDelivery) {
  Apply(EntryOf(DeliveryAt(0), 1, Story(1)));
  auto other = EntryOf(DeliveryAt(0), 2, Story(1));
  other.delivery.digest = HashOfNumber(77);

  const Applied applied = Apply(other);

  EXPECT_EQ(applied.effect, Effect::kDecided);
  EXPECT_EQ(applied.decision.relation, Relation::kExact);
  EXPECT_EQ(index_.Pending(0, 0).size(), 2U);
}

TEST_F(IndexTest, ItemsOfAFeedAreDeliveriesOfTheirOwn) {
  auto entry = EntryOf(DeliveryAt(4), 1, Story(1));
  entry.delivery.item = 0;
  Apply(entry);
  entry.delivery.item = 1;

  EXPECT_EQ(Apply(entry).decision.relation, Relation::kExact);
}

TEST_F(IndexTest, PendingDeliveriesAreThoseOfTheMessage) {
  for (uint32_t i = 0; i < 3; ++i) Add(i, Story(1));

  EXPECT_EQ(index_.Pending(0, 1), std::vector{DeliveryAt(1)});
  EXPECT_TRUE(index_.Pending(0, 3).empty());
  EXPECT_TRUE(index_.Pending(1, 1).empty());
  EXPECT_EQ(index_.pending_deliveries(), 3);
}

TEST_F(IndexTest, AnEntryForgetsWhatWasCommittedBeforeIt) {
  for (uint32_t i = 0; i < 3; ++i) Add(i, Story(i));
  auto entry = EntryOf(DeliveryAt(3), 3, Story(3));
  entry.committed_offset = 2;

  Apply(entry);

  EXPECT_TRUE(index_.Pending(0, 1).empty());
  EXPECT_EQ(index_.Pending(0, 2).size(), 1U);
  EXPECT_EQ(index_.pending_deliveries(), 2);
  EXPECT_EQ(index_.size(), 4) << "their texts stay";
}

TEST_F(IndexTest, AClaimForgetsWhatWasCommittedBeforeIt) {
  for (uint32_t i = 0; i < 3; ++i) Add(i, Story(i));

  Claim({.partition = 0, .assignment = 2, .next_offset = 2});

  EXPECT_EQ(index_.pending_deliveries(), 1);
  EXPECT_EQ(index_.Pending(0, 2).size(), 1U);
}

TEST_F(IndexTest, AnEntryBelowTheCommittedOffsetIsIgnored) {
  Claim({.partition = 0, .assignment = 1, .next_offset = 5});
  auto own = EntryOf(DeliveryAt(6), 2, Story(2));
  own.committed_offset = 7;

  EXPECT_EQ(Apply(EntryOf(DeliveryAt(4), 1, Story(1))).effect,
            Effect::kIgnored);
  EXPECT_EQ(Apply(own).effect, Effect::kIgnored);
  EXPECT_EQ(index_.size(), 0);
  EXPECT_EQ(Apply(EntryOf(DeliveryAt(5), 1, Story(1))).effect,
            Effect::kDecided);
}

TEST_F(IndexTest, TheCommittedOffsetDoesNotGoBack) {
  Claim({.partition = 0, .assignment = 1, .next_offset = 5});
  Apply(EntryOf(DeliveryAt(6), 1, Story(1)));  // knows of nothing committed

  EXPECT_EQ(Apply(EntryOf(DeliveryAt(4), 2, Story(2))).effect,
            Effect::kIgnored);
}

// -------------------------------------------------------------- assignments

TEST_F(IndexTest, EntriesOfAnUnclaimedPartitionAreFenced) {
  EXPECT_EQ(Apply(EntryOf(DeliveryAt(0, 3), 1, Story(1))).effect,
            Effect::kFenced);
  EXPECT_EQ(index_.size(), 0);
}

TEST_F(IndexTest, AClaimFencesOlderAssignments) {
  Add(1, Story(1));
  Claim({.partition = 0, .assignment = 2, .next_offset = 0});

  EXPECT_EQ(Add(2, Story(2)).effect, Effect::kFenced);
  EXPECT_EQ(Retract(0).effect, Effect::kFenced);
  EXPECT_EQ(index_.size(), 1);
  EXPECT_EQ(Retract(0, 2).effect, Effect::kApplied);
}

TEST_F(IndexTest, APartitionsClaimLeavesOthersAlone) {
  Claim({.partition = 1, .assignment = 2, .next_offset = 100});

  EXPECT_EQ(Add(1, Story(1)).effect, Effect::kDecided);
}

TEST_F(IndexTest, AClaimBelowWhatWasCommittedIsRefused) {
  Claim({.partition = 0, .assignment = 1, .next_offset = 5});

  EXPECT_EQ(Claim({.partition = 0, .assignment = 2, .next_offset = 4}).effect,
            Effect::kRewound);
  EXPECT_EQ(Apply(EntryOf(DeliveryAt(5), 1, Story(1))).effect, Effect::kDecided)
      << "the assignment before goes on";
}

TEST_F(IndexTest, AfterAnAcceptedRewindMessagesAreCopiesOfThemselves) {
  Add(1, Story(1));
  Claim({.partition = 0, .assignment = 1, .next_offset = 1});
  const model::ClaimEntry back{
      .partition = 0, .assignment = 1, .next_offset = 0, .accept_rewind = true};

  EXPECT_EQ(Claim(back).effect, Effect::kApplied);
  EXPECT_EQ(Apply(EntryOf(DeliveryAt(0), 1, Story(1))).decision,
            (model::Decision{Relation::kExact, RecordAt(0), {}}));
}

TEST_F(IndexTest, InvalidClaimsAreIgnored) {
  EXPECT_EQ(Claim({.partition = -1, .assignment = 2}).effect, Effect::kIgnored);
  EXPECT_EQ(Claim({.partition = 0, .assignment = 2, .next_offset = -1}).effect,
            Effect::kIgnored);
}

// --------------------------------------------------------------- retract

TEST_F(IndexTest, AfterARetractTheNextCopyIsTheOriginal) {
  Add(1, Story(1));
  ASSERT_EQ(RelationOf(2, Story(1)), Relation::kExact);

  EXPECT_EQ(Retract(0).effect, Effect::kApplied);

  EXPECT_TRUE(index_.Pending(0, 0).empty());
  EXPECT_EQ(index_.Pending(0, 1).size(), 1U) << "the copy stays decided";
  EXPECT_EQ(RelationOf(3, Story(1).Edited(1)), Relation::kOriginal);
}

TEST_F(IndexTest, AfterARetractTheVersionBeforeIsTheLatestAgain) {
  Add(1, Story(1));
  Add(1, Story(2));
  Retract(1);

  EXPECT_EQ(Add(2, Story(1)).decision.of, RecordAt(0));
  EXPECT_EQ(RelationOf(1, Story(1)), Relation::kExact);
}

TEST_F(IndexTest, ARetractedDeliveryIsDecidedAnew) {
  Add(1, Story(1));
  Retract(0);

  const Applied anew = Apply(EntryOf(DeliveryAt(0), 1, Story(1)));

  EXPECT_EQ(anew.effect, Effect::kDecided);
  EXPECT_EQ(anew.decision.relation, Relation::kOriginal);
}

TEST_F(IndexTest, RetractingACopyKeepsItsOriginal) {
  Add(1, Story(1));
  Add(2, Story(1));

  EXPECT_EQ(Retract(1).effect, Effect::kApplied);

  EXPECT_EQ(RelationOf(3, Story(1)), Relation::kExact);
}

TEST_F(IndexTest, ATextThatHasLeftCanBeRetracted) {
  rules_.max_entries = 1;
  Apply(rules_);
  Add(1, Story(1));
  Add(2, Story(2));  // evicts the first

  EXPECT_EQ(Retract(0).effect, Effect::kApplied);

  EXPECT_EQ(RelationOf(3, Story(2)), Relation::kExact);
}

TEST_F(IndexTest, OnlyPendingDeliveriesCanBeRetracted) {
  Add(1, Story(1));
  Claim({.partition = 0, .assignment = 1, .next_offset = 1});

  EXPECT_EQ(Retract(0).effect, Effect::kIgnored) << "committed";
  EXPECT_EQ(Retract(9).effect, Effect::kIgnored) << "never seen";
  EXPECT_EQ(RelationOf(2, Story(1)), Relation::kExact);
}

}  // namespace
}  // namespace newsmill::dedup
