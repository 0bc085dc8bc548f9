#include "newsmill/dedup/index.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

using model::Relation;
using ::testing::ElementsAre;

// ------------------------------------------------------------- relations

TEST_F(IndexTest, TheFirstTextIsAnOriginal) {
  const Applied first = Add(1, Story(1));

  EXPECT_EQ(first.effect, Effect::kDecided);
  EXPECT_EQ(first.decision, model::Decision{});
  EXPECT_EQ(first.log_offset, log_offset_ - 1);
}

TEST_F(IndexTest, TheSameTextIsExact) {
  Add(1, Story(1));

  const model::Decision exact{Relation::kExact, RecordAt(0), {}};
  EXPECT_EQ(Add(1, Story(1)).decision, exact);
  EXPECT_EQ(Add(2, Story(1)).decision, exact);
}

TEST_F(IndexTest, AShortTextIsFoundByItsHashAlone) {
  Add(1, Story(1, 20));

  EXPECT_EQ(RelationOf(2, Story(1, 20)), Relation::kExact);
  EXPECT_EQ(RelationOf(3, Story(1, 20).Edited(1)), Relation::kOriginal);
}

TEST_F(IndexTest, SmallEditsAreNear) {
  Add(1, Story(1));

  const auto decision = Add(2, Story(1).Edited(10)).decision;

  EXPECT_EQ(decision.relation, Relation::kNear);
  EXPECT_EQ(decision.of, RecordAt(0));
  EXPECT_GT(decision.similarity_permille, 800);
}

TEST_F(IndexTest, APartIsAnExcerptAndTheWholeIsExtended) {
  Add(1, Story(1));
  Add(2, Story(2).Beginning(110));

  EXPECT_EQ(RelationOf(3, Story(1).Beginning(110)), Relation::kExcerpt);
  EXPECT_EQ(RelationOf(4, Story(2)), Relation::kExtended);
}

TEST_F(IndexTest, AnyChangeOfAnArticleIsAnUpdate) {
  Add(1, Story(1));

  const Applied correction = Add(1, Story(1).Edited(1));
  EXPECT_EQ(correction.decision,
            (model::Decision{Relation::kUpdate, RecordAt(0), {}}));
  EXPECT_EQ(RelationOf(1, Story(1).Edited(1).Longer(100)), Relation::kUpdate);
  EXPECT_EQ(RelationOf(1, Story(9)), Relation::kUpdate);
}

TEST_F(IndexTest, VersionsAreComparedWithTheLatestOnly) {
  Add(1, Story(1));
  Add(1, Story(1).Edited(1));

  const Applied back = Add(1, Story(1));

  EXPECT_EQ(back.decision.relation, Relation::kUpdate);
  EXPECT_EQ(back.decision.of, RecordAt(1));
}

TEST_F(IndexTest, AShorterTextThatTheLatestVersionCoversIsAnExcerpt) {
  Add(1, Story(1));

  const Applied shorter = Add(1, Story(1).Beginning(110));
  Text with_news = Story(1).Beginning(110);
  with_news.facts.push_back(77'777);

  EXPECT_EQ(shorter.decision.relation, Relation::kExcerpt);
  EXPECT_EQ(RelationOf(1, with_news), Relation::kUpdate);
}

TEST_F(IndexTest, AnArticleIsComparedWithItselfFirst) {
  Add(1, Story(1));
  Add(2, Story(2));

  EXPECT_EQ(RelationOf(2, Story(1)), Relation::kUpdate);
}

TEST_F(IndexTest, VersionsOfTwoArticlesDoNotMix) {
  Add(1, Story(1));
  Add(2, Story(1).Edited(10));  // near, and not remembered

  EXPECT_EQ(RelationOf(2, Story(5)), Relation::kOriginal);
}

TEST_F(IndexTest, TheRecordNamedIsTheNewestVersionOfTheArticleMatched) {
  Add(1, Story(1));
  Add(1, Story(8));  // an update to another text

  EXPECT_EQ(Add(2, Story(1)).decision.of, RecordAt(1));
  EXPECT_EQ(Add(3, Story(1).Edited(10)).decision.of, RecordAt(1));
}

TEST_F(IndexTest, AnExactMatchWinsOverAnOlderNearMatch) {
  Add(1, Story(1));
  Add(2, Story(8));
  Add(2, Story(1).Edited(10));  // an update, so that it is remembered

  const auto decision = Add(3, Story(1).Edited(10)).decision;

  EXPECT_EQ(decision.relation, Relation::kExact);
  EXPECT_EQ(decision.of, RecordAt(2));
}

TEST_F(IndexTest, ANearMatchWinsOverAnExtension) {
  Add(1, Story(1).Beginning(110));
  Add(2, Story(1).Edited(30));  // extends it

  const auto decision = Add(3, Story(1)).decision;

  EXPECT_EQ(decision.relation, Relation::kNear);
  EXPECT_EQ(decision.of, RecordAt(1));
}

TEST_F(IndexTest, TheMostSimilarTextWins) {
  Add(1, Story(1).Edited(70));
  Add(2, Story(8));
  Add(2, Story(1).Edited(5));

  EXPECT_EQ(Add(3, Story(1)).decision.of, RecordAt(2));
}

TEST_F(IndexTest, OfEquallySimilarTextsTheOldestWins) {
  const Text bare = Story(1);
  Text twin = bare;
  twin.facts.pop_back();  // the same shingles, but not the same text
  Add(1, bare);
  Add(2, Story(8));
  Add(2, twin);

  EXPECT_EQ(Add(3, bare.Edited(5)).decision.of, RecordAt(0));
}

TEST_F(IndexTest, TheBandsThatFindATextDoNotMatter) {
  Add(3, Story(8));
  auto older = EntryOf(DeliveryAt(1), 2, Story(1));
  older.fingerprint.text = HashOfNumber(1);
  older.fingerprint.body[0] ^= 1;  // so the first band does not find it
  auto younger = EntryOf(DeliveryAt(2), 3, Story(1));  // an update
  younger.fingerprint.text = HashOfNumber(2);
  younger.fingerprint.body[3] ^= 1;
  Apply(older);
  Apply(younger);

  EXPECT_EQ(Apply(EntryOf(DeliveryAt(3), 4, Story(1))).decision.of, RecordAt(1))
      << "equally alike";

  auto like_younger = EntryOf(DeliveryAt(4), 5, Story(1));
  like_younger.fingerprint.body[6] ^= 1;
  like_younger.fingerprint.body[3] ^= 1;
  EXPECT_EQ(Apply(like_younger).decision.of, RecordAt(2)) << "more alike";
}

TEST_F(IndexTest, CopiesFormNoChains) {
  Add(1, Story(1));
  Text drift = Story(1);
  std::ranges::reverse(drift.shingles);
  drift = drift.Edited(60);
  ASSERT_EQ(RelationOf(2, drift), Relation::kNear);

  std::ranges::reverse(drift.shingles);
  EXPECT_EQ(RelationOf(3, drift.Edited(90)), Relation::kOriginal)
      << "near to the copy, far from the original";
}

TEST_F(IndexTest, OnlyWhatIsPublishedIsRemembered) {
  Add(1, Story(1));
  Add(1, Story(1).Edited(1));             // update
  Add(2, Story(1).Edited(1).Longer(80));  // extended
  ASSERT_EQ(index_.size(), 3);

  Add(3, Story(1));                 // exact
  Add(4, Story(1).Edited(5));       // near
  Add(5, Story(1).Beginning(110));  // excerpt
  EXPECT_EQ(index_.size(), 3);
}

// ------------------------------------------------- genesis, rules, nonsense

TEST_F(IndexTest, TheFirstGenesisCounts) {
  const model::GenesisEntry foreign{
      .log_id = {7, 7}, .group = "other", .outputs = {}};

  EXPECT_EQ(Apply(foreign).effect, Effect::kIgnored);
  EXPECT_EQ(index_.genesis()->group, "g");
}

TEST_F(IndexTest, BeforeTheRulesNothingIsDecided) {
  Index index;
  model::LogEntry entry;
  entry.content = rules_;
  EXPECT_EQ(index.Apply(entry, 0, 1).effect, Effect::kIgnored) << "no genesis";
  entry.content = model::GenesisEntry{};
  EXPECT_EQ(index.Apply(entry, 1, 1).effect, Effect::kApplied);

  entry.content = model::ClaimEntry{.partition = 0, .assignment = 1};
  EXPECT_EQ(index.Apply(entry, 2, 1).effect, Effect::kIgnored);
  entry.content = EntryOf(DeliveryAt(0), 1, Story(1));
  EXPECT_EQ(index.Apply(entry, 3, 1).effect, Effect::kIgnored);
  EXPECT_EQ(index.size(), 0);
  EXPECT_FALSE(index.rules());
}

TEST_F(IndexTest, InvalidRulesAreIgnored) {
  std::vector<model::RulesEntry> nonsense(7, rules_);
  nonsense[0].window_ms = 0;
  nonsense[1].max_entries = 0;
  nonsense[2].max_entries = 1'000'000'000;
  nonsense[3].max_step_ms = -1;
  nonsense[4].band_candidates = 0;
  nonsense[5].candidates = -5;
  nonsense[6].window_ms = std::numeric_limits<int64_t>::min();
  for (const auto& rules : nonsense) {
    EXPECT_EQ(Apply(rules).effect, Effect::kIgnored);
  }
  EXPECT_EQ(index_.rules(), rules_);
}

TEST_F(IndexTest, RulesOfAnotherVersionStopTheReader) {
  auto later = rules_;
  later.version = model::kFingerprintVersion + 1;

  EXPECT_EQ(Apply(later).effect, Effect::kUnknownRules);
  EXPECT_EQ(index_.rules(), rules_);
}

TEST_F(IndexTest, NewRulesApplyFromTheirPlaceOn) {
  Add(1, Story(1));
  Wait(30);
  ASSERT_EQ(RelationOf(2, Story(1)), Relation::kExact);

  rules_.window_ms = 20 * kMinute;
  Apply(rules_);

  EXPECT_EQ(RelationOf(3, Story(1)), Relation::kOriginal);
}

TEST_F(IndexTest, AFingerprintOfAnotherVersionChangesNothing) {
  auto entry = EntryOf(DeliveryAt(0), 1, Story(1));
  entry.fingerprint.version = model::kFingerprintVersion + 1;

  EXPECT_EQ(Apply(entry).effect, Effect::kOtherVersion);
  EXPECT_EQ(index_.size() + index_.pending_deliveries(), 0);
}

TEST_F(IndexTest, EachKnownVersionCanBeInForce) {
  for (const uint16_t version : std::vector<uint16_t>{1, 2, 1}) {
    rules_.version = version;
    ASSERT_EQ(Apply(rules_).effect, Effect::kApplied);

    EXPECT_EQ(AddOf(version, 1, Story(1)).effect, Effect::kDecided);
    const auto other = static_cast<uint16_t>(3 - version);
    EXPECT_EQ(AddOf(other, 1, Story(1)).effect, Effect::kOtherVersion);
  }
}

TEST_F(IndexTest, FindsTextsOfAnotherVersionByTextAndArticleOnly) {
  const Text near = Story(1).Edited(10);
  const Text excerpt = Story(1).Beginning(110);
  const auto relations = [&](uint16_t first, uint16_t second) {
    std::vector<Relation> found;
    const std::vector<std::pair<uint64_t, Text>> later = {
        {2, Story(1)}, {1, Story(1)}, {3, near}, {1, excerpt}};
    for (const auto& [article, text] : later) {
      index_ = Index();
      next_ = 0;
      Apply(model::GenesisEntry());
      rules_.version = first;
      Apply(rules_);
      Claim({.partition = 0, .assignment = 1, .next_offset = 0});
      AddOf(first, 1, Story(1));
      rules_.version = second;
      Apply(rules_);
      found.push_back(AddOf(second, article, text).decision.relation);
    }
    return found;
  };

  EXPECT_THAT(relations(1, 1),
              ElementsAre(Relation::kExact, Relation::kExact, Relation::kNear,
                          Relation::kExcerpt));
  EXPECT_EQ(relations(2, 2), relations(1, 1));
  EXPECT_THAT(relations(1, 2),
              ElementsAre(Relation::kExact, Relation::kExact,
                          Relation::kOriginal, Relation::kUpdate));
}

TEST_F(IndexTest, ARepeatedDeliveryKeepsItsDecisionInANewVersion) {
  rules_.version = 1;
  Apply(rules_);
  AddOf(1, 1, Story(1));
  const Applied decided = AddOf(1, 2, Story(1));
  rules_.version = 2;
  Apply(rules_);

  --next_;
  const Applied repeated = AddOf(2, 2, Story(1));

  EXPECT_EQ(repeated.effect, Effect::kRepeated);
  EXPECT_EQ(repeated.decision, decided.decision);
  EXPECT_EQ(repeated.log_offset, decided.log_offset);
}

TEST_F(IndexTest, AnUnknownEntryChangesNothing) {
  EXPECT_EQ(Apply(model::UnknownEntry{}).effect, Effect::kIgnored);
  EXPECT_EQ(RelationOf(1, Story(1)), Relation::kOriginal);
}

// ------------------------------------------------------ whatever may come

/// Copies, versions and invalid entries, of changing assignments.
model::LogEntry RandomEntry(Random& random, int64_t step) {
  model::LogEntry entry;
  const auto partition = static_cast<int32_t>(random.Below(2));
  const int64_t offset = step / 4 + static_cast<int64_t>(random.Below(8));
  const model::Delivery delivery{.partition = partition,
                                 .offset = offset,
                                 .item = static_cast<int32_t>(random.Below(3)),
                                 .digest = HashOfNumber(random.Below(2))};
  const model::AssignmentKey assignment = random.Below(2);
  const uint64_t kind = random.Below(100);
  if (kind < 3) {
    entry.content = model::ClaimEntry{.partition = partition,
                                      .assignment = assignment,
                                      .next_offset = offset - 8,
                                      .accept_rewind = kind == 0};
  } else if (kind < 13) {
    entry.content = model::RetractEntry{delivery, assignment};
  } else if (kind < 98) {
    const uint32_t story = static_cast<uint32_t>(random.Below(300));
    entry.content = model::FingerprintEntry{
        .delivery = delivery,
        .assignment = assignment,
        .committed_offset = step / 4 - static_cast<int64_t>(random.Below(8)),
        .input_time_ms = -1,
        .record_id = HashOfNumber(random.Below(1'000'000)),
        .fingerprint = PrintOf(random.Below(200), Story(story, 50))};
  }
  return entry;
}

int64_t RandomTime(Random& random, int64_t step) {
  if (random.OneIn(1000)) return std::numeric_limits<int64_t>::max();
  return random.OneIn(10) ? -1 : step * 100;
}

TEST_F(IndexTest, MemoryIsBoundedForAnyLog) {
  rules_.max_entries = 100;
  Apply(rules_);
  Random random(1);
  int64_t bytes = 0;
  for (int64_t step = 0; step < 20'000; ++step) {
    index_.Apply(RandomEntry(random, step), log_offset_++,
                 RandomTime(random, step));
    ASSERT_LE(index_.size(), 100);
    ASSERT_LE(index_.pending_deliveries(), 2 * 3 * 2 * 40);
    if (step == 5'000) bytes = index_.bytes();
  }
  EXPECT_LT(index_.bytes(), bytes + 100'000)
      << "what is pending goes up and down";
}

TEST_F(IndexTest, TheSameLogGivesTheSameDecisions) {
  Index other;
  model::LogEntry genesis;
  genesis.content = *index_.genesis();
  other.Apply(genesis, 0, time_ms_);
  genesis.content = rules_;
  other.Apply(genesis, 1, time_ms_);
  genesis.content = model::ClaimEntry{.partition = 0, .assignment = 1};
  other.Apply(genesis, 2, time_ms_);

  Random random(2);
  for (int64_t step = 0; step < 5'000; ++step) {
    const auto entry = RandomEntry(random, step);
    const int64_t time = RandomTime(random, step);
    const Applied one = index_.Apply(entry, step + 3, time);
    const Applied same = other.Apply(entry, step + 3, time);
    ASSERT_EQ(one.effect, same.effect);
    ASSERT_EQ(one.decision, same.decision);
    ASSERT_EQ(one.log_offset, same.log_offset);
  }
}

TEST_F(IndexTest, ANegativeTimeIsUnknown) {
  const int64_t before = index_.time_ms();

  time_ms_ = std::numeric_limits<int64_t>::min();
  Apply(model::UnknownEntry{});

  EXPECT_EQ(index_.time_ms(), before);
}

}  // namespace
}  // namespace newsmill::dedup
