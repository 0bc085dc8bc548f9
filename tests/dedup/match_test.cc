#include "match.h"

#include <optional>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

using model::Relation;

/// Returns the relation of texts of two articles; nothing for none.
std::optional<Relation> Of(const Text& later, const Text& earlier,
                           const model::RulesEntry& rules = {}) {
  const auto match = MatchOther(ComparedOf(PrintOf(2, later)),
                                ComparedOf(PrintOf(1, earlier)), rules);
  if (!match) return std::nullopt;
  return match->relation;
}

std::optional<int32_t> Covered(const Text& later, const Text& latest,
                               const model::RulesEntry& rules = {}) {
  return CoveredBy(ComparedOf(PrintOf(1, latest)),
                   ComparedOf(PrintOf(1, later)), rules);
}

TEST(MatchTest, OtherStoriesDoNotMatch) {
  EXPECT_EQ(Of(Story(2), Story(1)), std::nullopt);
}

TEST(MatchTest, FewEditsAreNearWithTheShareOfBothTexts) {
  const auto match = MatchOther(ComparedOf(PrintOf(2, Story(1).Edited(40))),
                                ComparedOf(PrintOf(1, Story(1))), {});

  ASSERT_TRUE(match);
  EXPECT_EQ(match->relation, Relation::kNear);
  EXPECT_NEAR(match->similarity_permille, 667, 100) << "160 of 240";
}

TEST(MatchTest, APartIsAnExcerptWithItsContainment) {
  const auto match = MatchOther(ComparedOf(PrintOf(2, Story(1).Beginning(110))),
                                ComparedOf(PrintOf(1, Story(1))), {});

  ASSERT_TRUE(match);
  EXPECT_EQ(match->relation, Relation::kExcerpt);
  EXPECT_NEAR(match->similarity_permille, 1000, 120);
}

TEST(MatchTest, TheWholeAroundAPartIsExtended) {
  EXPECT_EQ(Of(Story(1), Story(1).Beginning(110)), Relation::kExtended);
}

TEST(MatchTest, SizeDistinguishesNearExcerptAndExtended) {
  const Text story = Story(1);
  EXPECT_EQ(Of(story.Beginning(170), story), Relation::kExcerpt);  // 850
  EXPECT_EQ(Of(story.Beginning(171), story), Relation::kNear);
  EXPECT_EQ(Of(story.Longer(49), story), Relation::kNear);
  EXPECT_EQ(Of(story.Longer(50), story), Relation::kExtended);  // 1250
}

TEST(MatchTest, TheSameBeginningIsEnough) {
  const Text story = Story(1, 600);
  ASSERT_LT(1000 * 150 / 1050, model::RulesEntry{}.body_jaccard);

  EXPECT_EQ(Of(story.Edited(450), story), Relation::kNear);
}

TEST(MatchTest, ShortTextsMatchOnlyByHash) {
  EXPECT_EQ(Of(Story(1, 39).Edited(1), Story(1, 39)), std::nullopt);
  EXPECT_EQ(Of(Story(1, 39), Story(1, 200)), std::nullopt);
}

TEST(MatchTest, RatherShortTextsMustBeOfOneLanguage) {
  Text foreign = Story(1, 80).Edited(4);
  EXPECT_EQ(Of(foreign, Story(1, 80)), Relation::kNear);

  foreign.language = 2;
  EXPECT_EQ(Of(foreign, Story(1, 80)), std::nullopt);
  foreign = Story(1, 120).Edited(4);
  foreign.language = 2;
  EXPECT_EQ(Of(foreign, Story(1, 120)), Relation::kNear);
}

TEST(MatchTest, RatherShortTextsWithoutFactsMustBeMoreAlike) {
  model::RulesEntry rules;
  rules.jaccard_without_facts = 0;
  // 60 of 100 shingles. For longer texts this is enough.
  const Text shorter = Story(1, 80).WithFacts({});
  const Text longer = Story(1, 320).WithFacts({});

  EXPECT_EQ(Of(shorter.Edited(20), shorter, rules), std::nullopt);
  EXPECT_EQ(Of(shorter.Edited(4), shorter, rules), Relation::kNear);
  EXPECT_EQ(Of(longer.Edited(80), longer, rules), Relation::kNear);
}

TEST(MatchTest, RatherShortTextsWithTheSameFactsNeedNotBeSoMuchAlike) {
  const Text text = Story(1, 80);

  EXPECT_EQ(Of(text.Edited(20), text), Relation::kNear);
  EXPECT_EQ(Of(text.Edited(20).WithFacts(
                   {100, 101, 102, 103, 104, 105, 106, 107, 900, 901}),
               text),
            std::nullopt)
      << "eight of ten";
}

TEST(MatchTest, TwoTextsFromOneFormDoNotMatch) {
  const Text form = Story(1);
  const Text other = form.Edited(20).WithFacts({900, 901, 902, 903, 904, 905});

  EXPECT_EQ(Of(other, form), std::nullopt);
}

TEST(MatchTest, WithoutFactsTextsMustBeMoreAlike) {
  model::RulesEntry rules;
  rules.jaccard_without_facts = 990;
  const Text bare = Story(1).WithFacts({1, 2});
  EXPECT_EQ(Of(bare.Edited(100), bare, rules), Relation::kNear)
      << "their beginning is the same";

  Text scattered = bare.Edited(60);
  std::ranges::reverse(scattered.shingles);
  EXPECT_EQ(Of(scattered, bare, rules), std::nullopt);
  EXPECT_EQ(Of(scattered.WithFacts(Story(1).facts), Story(1), rules),
            Relation::kNear);
}

TEST(MatchTest, AMatchThatAddsNothingIsBetter) {
  const Match near{Relation::kNear, 500};
  const Match excerpt{Relation::kExcerpt, 900};
  const Match extended{Relation::kExtended, 1000};

  EXPECT_TRUE(near.IsBetterThan(extended));
  EXPECT_TRUE(excerpt.IsBetterThan(extended));
  EXPECT_TRUE(near.IsBetterThan(excerpt)) << "the contract's order";
  EXPECT_FALSE(extended.IsBetterThan(excerpt));
}

TEST(MatchTest, OfOneRelationTheMoreSimilarIsBetter) {
  const Match more{Relation::kExtended, 900};
  const Match less{Relation::kExtended, 899};

  EXPECT_TRUE(more.IsBetterThan(less));
  EXPECT_FALSE(less.IsBetterThan(more));
  EXPECT_FALSE(more.IsBetterThan(more));
}

TEST(CoveredByTest, TheBeginningOfTheLatestVersionIsCovered) {
  const auto covered = Covered(Story(1).Beginning(110), Story(1));

  ASSERT_TRUE(covered);
  EXPECT_GE(*covered, 900);
}

TEST(CoveredByTest, ACorrectionIsNotCovered) {
  EXPECT_EQ(Covered(Story(1).Edited(3), Story(1)), std::nullopt);
  EXPECT_EQ(Covered(Story(1).Beginning(180), Story(1)), std::nullopt)
      << "nearly as long";
}

TEST(CoveredByTest, AShorterTextWithANewFactIsNotCovered) {
  Text shorter = Story(1).Beginning(110);
  shorter.facts.push_back(77'777);

  EXPECT_EQ(Covered(shorter, Story(1)), std::nullopt);
}

TEST(CoveredByTest, AShorterTextThatSaysSomethingElseIsNotCovered) {
  EXPECT_EQ(Covered(Story(1).Beginning(110).Edited(50), Story(1)),
            std::nullopt);
}

TEST(CoveredByTest, AShortTextIsNotCovered) {
  EXPECT_EQ(Covered(Story(1).Beginning(39), Story(1)), std::nullopt);
}

}  // namespace
}  // namespace newsmill::dedup
