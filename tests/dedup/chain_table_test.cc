#include "chain_table.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

using Elements = std::vector<uint32_t>;

class ChainTableTest : public ::testing::Test {
 protected:
  struct HashOf {
    const std::vector<uint64_t>* hashes;
    uint64_t operator()(uint32_t element) const { return (*hashes)[element]; }
  };

  uint32_t Add(uint64_t hash) {
    const auto element = static_cast<uint32_t>(hashes_.size());
    hashes_.push_back(hash);
    table_.Reserve(hashes_.size());
    table_.Add(element, hash);
    return element;
  }
  Elements Bucket(uint64_t hash) const {
    Elements elements;
    table_.VisitBucket(hash, [&](uint32_t element) {
      elements.push_back(element);
      return true;
    });
    return elements;
  }
  Elements With(uint64_t hash) const {
    Elements elements = Bucket(hash);
    std::erase_if(elements, [&](uint32_t e) { return hashes_[e] != hash; });
    return elements;
  }

  std::vector<uint64_t> hashes_;
  ChainTable<HashOf> table_{HashOf{&hashes_}};
};

TEST_F(ChainTableTest, AnEmptyTableHasNothing) {
  EXPECT_EQ(Bucket(0), Elements{});
  EXPECT_EQ(Bucket(UINT64_MAX), Elements{});
}

TEST_F(ChainTableTest, ElementsComeOldestFirst) {
  for (int i = 0; i < 5; ++i) Add(7);

  EXPECT_EQ(With(7), (Elements{0, 1, 2, 3, 4}));
}

TEST_F(ChainTableTest, AVisitStopsWhenItIsTold) {
  for (int i = 0; i < 5; ++i) Add(7);

  Elements visited;
  table_.VisitBucket(7, [&](uint32_t element) {
    visited.push_back(element);
    return visited.size() < 2;
  });

  EXPECT_EQ(visited, (Elements{0, 1}));
}

TEST_F(ChainTableTest, RemovesTheOldestTheYoungestAndOneBetween) {
  for (int i = 0; i < 5; ++i) Add(7);

  table_.Remove(0, 7);
  table_.Remove(4, 7);
  table_.Remove(2, 7);
  EXPECT_EQ(With(7), (Elements{1, 3}));

  table_.Remove(3, 7);
  table_.Remove(1, 7);
  EXPECT_EQ(Bucket(7), Elements{});
}

TEST_F(ChainTableTest, AnElementThatIsAddedAgainIsTheYoungest) {
  for (int i = 0; i < 3; ++i) Add(7);

  table_.Remove(0, 7);
  table_.Add(0, 7);

  EXPECT_EQ(With(7), (Elements{1, 2, 0}));
}

TEST_F(ChainTableTest, BucketsStayShortWhileItGrows) {
  for (uint64_t i = 0; i < 40'000; ++i) Add(Scramble(i));

  size_t longest = 0;
  for (uint64_t i = 0; i < 40'000; ++i) {
    ASSERT_EQ(With(Scramble(i)), Elements{static_cast<uint32_t>(i)});
    longest = std::max(longest, Bucket(Scramble(i)).size());
  }
  EXPECT_LT(longest, 20U);
}

TEST_F(ChainTableTest, TakesFewBytesAnElement) {
  for (uint64_t i = 0; i < 100'000; ++i) Add(Scramble(i));

  EXPECT_LT(table_.bytes(), 8 * 100'000);
}

/// Compares with std::multimap, which also keeps the order of equal keys.
TEST_F(ChainTableTest, HoldsWhatAMultimapHolds) {
  for (uint64_t seed = 0; seed < 8; ++seed) {
    hashes_.clear();
    table_ = ChainTable<HashOf>(HashOf{&hashes_});
    std::multimap<uint64_t, uint32_t> expected;
    Random random(seed);
    // Few keys give long chains. Hashes of few bits give shared buckets.
    const uint64_t keys = 1 + random.Below(300);
    const auto hash_of = [&](uint64_t key) {
      return seed % 2 == 0 ? Scramble(key) : key * 64;
    };
    for (int step = 0; step < 5'000; ++step) {
      if (expected.empty() || random.Below(5) < 3) {
        const uint64_t hash = hash_of(random.Below(keys));
        expected.emplace(hash, Add(hash));
      } else {
        auto victim = expected.lower_bound(hash_of(random.Below(keys)));
        if (victim == expected.end()) victim = expected.begin();
        for (auto n = random.Below(4); n > 0; --n) {  // not only the oldest
          if (std::next(victim) != expected.end()) ++victim;
        }
        table_.Remove(victim->second, victim->first);
        expected.erase(victim);
      }
      if (step % 50 != 0) continue;
      for (uint64_t key = 0; key < keys; ++key) {
        Elements elements;
        const auto [begin, end] = expected.equal_range(hash_of(key));
        for (auto it = begin; it != end; ++it) elements.push_back(it->second);
        ASSERT_EQ(With(hash_of(key)), elements) << "seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace newsmill::dedup
