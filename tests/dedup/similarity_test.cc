#include "similarity.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/dedup/fingerprint.h"
#include "shingles.h"
#include "sketch.h"

namespace newsmill::dedup {
namespace {

using ::testing::AllOf;
using ::testing::Ge;
using ::testing::Le;

std::string Words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) {
    text += "w" + std::to_string(i) + " ";
  }
  return text;
}

model::Fingerprint Print(const std::string& paragraph) {
  model::Article article;
  article.paragraphs = {paragraph};
  return FingerprintsOf(article).newest;
}

/// Returns the estimate for two texts of 600 words. The end of one is the start
/// of the other: the given number of words. Each seed gives other words.
int32_t EstimateFor(int shared, int seed) {
  const int first = 10'000 * seed;
  return Jaccard(Print(Words(first, 600)).body,
                 Print(Words(first + 600 - shared, 600)).body);
}

int32_t TrueJaccard(int shared) {
  const int both = shared - 2;
  return 1000 * both / (2 * 598 - both);
}

class JaccardTest : public testing::TestWithParam<int> {};

TEST_P(JaccardTest, IsNearTheTruth) {
  constexpr int kSeeds = 40;
  const int32_t truth = TrueJaccard(GetParam());
  int32_t error_sum = 0;
  int32_t estimate_sum = 0;
  for (int seed = 0; seed < kSeeds; ++seed) {
    const int32_t estimate = EstimateFor(GetParam(), seed);
    // Three standard deviations of a share in 128 registers.
    EXPECT_NEAR(estimate, truth, 135);
    error_sum += std::abs(estimate - truth);
    estimate_sum += estimate;
  }

  EXPECT_LE(error_sum / kSeeds, 40);
  EXPECT_NEAR(estimate_sum, truth * kSeeds, 25 * kSeeds) << "biased";
}

INSTANTIATE_TEST_SUITE_P(SharedWords, JaccardTest,
                         testing::Values(60, 150, 300, 400, 500, 570));

TEST(JaccardTest, IsZeroForOtherTexts) {
  EXPECT_LE(Jaccard(Print(Words(0, 500)).body, Print(Words(5000, 500)).body),
            30);
}

TEST(JaccardTest, IsOneForTheSameText) {
  const model::Fingerprint print = Print(Words(0, 20));

  EXPECT_EQ(Jaccard(print.body, print.body), 1000);
  EXPECT_EQ(Jaccard(print.lead, print.lead), 1000);
}

TEST(JaccardTest, CountsEachRegisterOfAnyLength) {
  EXPECT_EQ(Jaccard({}, {}), 0);
  for (const size_t size : {1U, 15U, 16U, 17U, 48U, 61U, 126U, 300U, 4000U}) {
    const std::vector<uint8_t> a(size, 1);
    std::vector<uint8_t> b(size, 2);
    for (size_t agreeing = 0; agreeing <= size; ++agreeing) {
      // (p - 1/256) / (1 - 1/256)
      const auto p = static_cast<double>(agreeing) / static_cast<double>(size);
      const double beyond_chance = std::max(0.0, (256 * p - 1) / 255);
      ASSERT_NEAR(Jaccard(a, b), 1000 * beyond_chance, 0.51)
          << agreeing << " of " << size;
      if (agreeing < size) b[agreeing] = 1;
    }
  }
}

TEST(JaccardTest, ShortTextsAreNotMoreAlikeThanTheyAre) {
  // 30 shingles in 128 registers: most registers are copies of others.
  int32_t sum = 0;
  for (int seed = 0; seed < 50; ++seed) {
    const int first = 1000 * seed;
    sum += Jaccard(Print(Words(first, 32)).body,
                   Print(Words(first + 10, 32)).body);
  }

  EXPECT_NEAR(sum, 50 * 500, 50 * 50);
}

TEST(ContainmentTest, OfAPartIsNearOne) {
  const model::Fingerprint whole = Print(Words(0, 900));
  const model::Fingerprint part = Print(Words(0, 300));

  const int32_t containment = Containment(
      Jaccard(whole.body, part.body), whole.body_shingles, part.body_shingles);

  EXPECT_THAT(containment, AllOf(Ge(750), Le(1000)));
}

TEST(ContainmentTest, FollowsFromSimilarityAndSizes) {
  EXPECT_EQ(Containment(1000, 100, 100), 1000);
  EXPECT_EQ(Containment(500, 100, 200), 1000);
  EXPECT_EQ(Containment(250, 100, 100), 400);
  EXPECT_EQ(Containment(0, 100, 100), 0);
  EXPECT_EQ(Containment(900, 1, UINT32_MAX), 1000) << "at most all of it";
  EXPECT_EQ(Containment(500, 0, 100), 0);
}

constexpr int kFirstName = 256;

/// Numbers are below 256, names from 256 on.
FactMap WithFacts(std::initializer_list<int> facts) {
  FactMap map{};
  for (const int fact : facts) {
    auto& byte = map.at(static_cast<size_t>(fact) / 8);
    byte = static_cast<uint8_t>(byte | 1U << fact % 8);
  }
  return map;
}

TEST(SharedFactsTest, AreThoseOfTheTextWithFewer) {
  const SharedFacts facts = CompareFacts(WithFacts({0, 9, 200, 255}),
                                         WithFacts({0, 9, 200, 100, 101, 102}));

  EXPECT_EQ(facts.fewer, 4);
  EXPECT_NEAR(facts.shared, 750, 15);
}

TEST(SharedFactsTest, ANumberCountsAsThreeNames) {
  const int name = kFirstName;
  const FactMap one = WithFacts({1, 2, name, name + 1});

  const SharedFacts same_names =
      CompareFacts(one, WithFacts({3, 4, name, name + 1}));
  const SharedFacts same_numbers =
      CompareFacts(one, WithFacts({1, 2, name + 2, name + 3}));

  EXPECT_EQ(same_names.fewer, 4);
  EXPECT_NEAR(same_names.shared, 250, 15);
  EXPECT_NEAR(same_numbers.shared, 750, 15);
}

TEST(SharedFactsTest, NoFactsShareNone) {
  const SharedFacts facts = CompareFacts(WithFacts({}), WithFacts({1, 2}));

  EXPECT_EQ(facts.fewer, 0);
  EXPECT_EQ(facts.shared, 0);
}

std::string Numbers(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += std::to_string(i) + " ";
  return text;
}

TEST(SharedFactsTest, ManyFactsThatShareBitsAreStillCounted) {
  const SharedFacts facts = CompareFacts(Print(Numbers(1000, 300)).facts,
                                         Print(Numbers(1150, 300)).facts);

  EXPECT_NEAR(facts.fewer, 300, 40);
  EXPECT_NEAR(facts.shared, 500, 120);
}

TEST(SharedFactsTest, AFullMapGivesTheLargestEstimate) {
  FactMap full;
  full.fill(0xFF);

  const SharedFacts facts = CompareFacts(full, full);

  EXPECT_EQ(facts.fewer, 3136);  // 2 * 256 (1 + 1/2 + … + 1/256)
  EXPECT_EQ(facts.shared, 1000);
}

TEST(NewFactsTest, CountsWhatTheLaterOneAdds) {
  EXPECT_EQ(NewFacts(WithFacts({1, 2, 300}), WithFacts({2, 5})), 2);
  EXPECT_EQ(NewFacts(WithFacts({2}), WithFacts({2, 5})), 0);
}

TEST(CountDifferentTest, CountsRepeatedShinglesOnce) {
  const std::vector<uint64_t> hashes = {5, 5, 7, 0, 5, 7, 9};

  const DifferentShingles different = CountDifferent(hashes, 3);

  EXPECT_EQ(different.all, 4U);
  EXPECT_EQ(different.lead, 2U);
}

TEST(CountDifferentTest, StaysExactWhenHashesAreMadeToCollide) {
  std::vector<uint64_t> hashes(20'000);
  for (size_t i = 0; i < hashes.size(); ++i) hashes[i] = uint64_t{i} << 40;
  hashes.insert(hashes.end(), hashes.begin(), hashes.begin() + 1000);

  const DifferentShingles different = CountDifferent(hashes, 500);

  EXPECT_EQ(different.all, 20'000U);
  EXPECT_EQ(different.lead, 500U);
}

TEST(SketchTest, OneShingleFillsEveryRegister) {
  const std::vector<uint64_t> shingle = {0x123456789ABCDE42};
  std::vector<uint8_t> registers(128);

  Sketch(shingle, registers);

  EXPECT_THAT(registers, testing::Each(0x42));
}

TEST(SketchTest, OrderAndRepetitionDoNotMatter) {
  std::mt19937_64 random(1);
  std::vector<uint64_t> shingles(70);
  for (uint64_t& shingle : shingles) shingle = random();
  std::vector<uint8_t> once(48);
  std::vector<uint8_t> again(48);

  Sketch(shingles, once);
  std::ranges::reverse(shingles);
  shingles.push_back(shingles[3]);
  Sketch(shingles, again);

  EXPECT_EQ(once, again);
}

}  // namespace
}  // namespace newsmill::dedup
