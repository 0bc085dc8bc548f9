#include "lane_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <set>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

constexpr int kTestLanes = 3;
using Keys = std::array<uint32_t, kTestLanes>;

/// Texts with keys, in a table and in a list.
class LaneTableTest : public ::testing::Test {
 protected:
  struct KeyOf {
    const std::deque<Keys>* keys;
    const TextNumbers* numbers;
    uint32_t operator()(TextNumber text, int lane) const {
      return (*keys)[text - numbers->first()].at(static_cast<size_t>(lane));
    }
    void Prefetch(TextNumber, int) const {}
  };

  using Table = LaneTable<kTestLanes, KeyOf>;

  TextNumber Add(const Keys& keys) {
    table_.MakeRoom();
    Table::Lookup lookup{.keys = keys};
    table_.LookUp(lookup, keys);
    keys_.push_back(keys);
    const TextNumber text = numbers_.Add();
    table_.AddToLanes(lookup, 0b111, text);
    return text;
  }
  void RemoveOldest() {
    keys_.pop_front();
    numbers_.RemoveOldest();
  }
  /// Returns the texts with the key, and with it those that only seem to have
  /// it.
  std::multiset<TextNumber> VisitedAt(int lane, uint32_t key) const {
    std::multiset<TextNumber> texts;
    table_.VisitTexts(lane, key, [&](TextNumber text) { texts.insert(text); });
    return texts;
  }
  std::multiset<TextNumber> FoundAt(int lane, uint32_t key) const {
    auto texts = VisitedAt(lane, key);
    std::erase_if(texts, [&](TextNumber text) {
      return KeyOf{&keys_, &numbers_}(text, lane) != key;
    });
    return texts;
  }
  std::multiset<TextNumber> ListedAt(int lane, uint32_t key) const {
    std::multiset<TextNumber> texts;
    for (TextNumber text = numbers_.first(); text < numbers_.end(); ++text) {
      if (KeyOf{&keys_, &numbers_}(text, lane) == key) texts.insert(text);
    }
    return texts;
  }

  TextNumbers numbers_;
  std::deque<Keys> keys_;
  Table table_{numbers_, {&keys_, &numbers_}};
};

TEST_F(LaneTableTest, FindsATextInEachOfItsLanes) {
  const TextNumber text = Add({1, 2, 0xFFFFFF});

  EXPECT_EQ(FoundAt(0, 1), std::multiset{text});
  EXPECT_EQ(FoundAt(1, 2), std::multiset{text});
  EXPECT_EQ(FoundAt(2, 0xFFFFFF), std::multiset{text});
  EXPECT_TRUE(FoundAt(1, 1).empty());
}

TEST_F(LaneTableTest, AnEmptyTableHasNoTexts) {
  EXPECT_TRUE(VisitedAt(0, 0).empty());
}

TEST_F(LaneTableTest, ATextThatHasLeftIsNotFound) {
  Add({1, 2, 3});
  const TextNumber second = Add({1, 2, 3});

  RemoveOldest();

  EXPECT_EQ(FoundAt(0, 1), std::multiset{second});
}

TEST_F(LaneTableTest, ManyTextsMayHaveOneKey) {
  for (int i = 0; i < 500; ++i) Add({7, 8, 9});
  for (int i = 0; i < 200; ++i) RemoveOldest();

  EXPECT_EQ(FoundAt(1, 8).size(), 300);
}

TEST_F(LaneTableTest, VisitsAllLanesAsEachAlone) {
  Random random(1);
  for (uint32_t i = 0; i < 3000; ++i) {
    Add({static_cast<uint32_t>(random.Below(20)) << 12, i % 7, 5});
  }
  const Keys keys = {3 << 12, 4, 5};
  std::array<std::multiset<TextNumber>, kTestLanes> visited;

  Table::Lookup lookup{.keys = keys};
  table_.LookUp(lookup, keys);
  table_.VisitLanes(lookup, kTestLanes, [&](size_t lane, TextNumber text) {
    visited.at(lane).insert(text);
  });

  for (int lane = 0; lane < kTestLanes; ++lane) {
    const auto i = static_cast<size_t>(lane);
    EXPECT_EQ(visited.at(i), VisitedAt(lane, keys.at(i)));
  }
}

TEST_F(LaneTableTest, RemovesAndReplacesEntriesAlsoInSpills) {
  std::vector<TextNumber> texts;
  texts.reserve(100);
  for (int i = 0; i < 100; ++i) texts.push_back(Add({1, 2, 3}));

  for (size_t i = 0; i < texts.size(); i += 2) {
    table_.Remove(0, 1, texts[i]);
  }
  table_.Replace(1, 2, texts[99], texts[0]);

  EXPECT_EQ(FoundAt(0, 1).size(), 50);
  EXPECT_EQ(FoundAt(1, 2).count(texts[0]), 2);
  EXPECT_EQ(FoundAt(1, 2).count(texts[99]), 0);
}

/// The numbers of dead entries are used again, with few bits for a number
/// already after 65,536 texts. Without Sweep, dead entries would come to life.
TEST_F(LaneTableTest, DeadEntriesStayDeadWhenNumbersAreUsedAgain) {
  Add({123'456, 123'456, 123'456});
  for (uint32_t i = 0; i < 200'000; ++i) {
    // These texts are far from the bucket of the first one.
    Add({0xF00000 + i % 7, 0xF00000, 0xF00000 + i % 1000});
    if (numbers_.size() > 100) RemoveOldest();
    ASSERT_TRUE(VisitedAt(0, 123'456).empty() || i < 100) << i;
  }
}

TEST_F(LaneTableTest, AgreesWithAListWhileItGrowsAndShrinks) {
  Random random(3);
  for (int step = 0; step < 200'000; ++step) {
    const auto key = [&] {
      // Some keys are frequent.
      return static_cast<uint32_t>(random.OneIn(20) ? random.Below(3) * 99'999
                                                    : random.Below(1 << 24));
    };
    Add({key(), key(), key()});
    const size_t most = step < 120'000 ? 70'000 : 500;
    if (numbers_.size() > most) RemoveOldest();
    if (numbers_.size() > most) RemoveOldest();
    if (step % 2000 != 0) continue;
    const TextNumber any = numbers_.first() + random.Below(numbers_.size());
    for (int lane = 0; lane < kTestLanes; ++lane) {
      const uint32_t wanted = KeyOf{&keys_, &numbers_}(any, lane);
      ASSERT_EQ(FoundAt(lane, wanted), ListedAt(lane, wanted)) << step;
    }
  }
}

TEST_F(LaneTableTest, MemoryIsUsedAgain) {
  Random random(5);
  const auto add = [&] {
    Add({static_cast<uint32_t>(random.Below(1 << 24)),
         static_cast<uint32_t>(random.Below(1 << 24)),
         static_cast<uint32_t>(random.Below(1 << 24))});
    if (numbers_.size() > 20'000) RemoveOldest();
  };
  for (int i = 0; i < 60'000; ++i) add();
  const int64_t bytes = table_.bytes();
  for (int i = 0; i < 200'000; ++i) add();

  EXPECT_LT(table_.bytes(), bytes + bytes / 20);
}

TEST_F(LaneTableTest, AFullTableHasTheStatedSize) {
  constexpr size_t kTexts = 50'000;
  table_.SizeFor(kTexts, 0);
  Random random(7);
  for (size_t i = 0; i < kTexts; ++i) {
    Add({static_cast<uint32_t>(random.Below(1 << 24)),
         static_cast<uint32_t>(random.Below(1 << 24)),
         static_cast<uint32_t>(random.Below(1 << 24))});
  }

  const auto entry_bytes =
      static_cast<double>(table_.bytes()) / (kTestLanes * kTexts);
  EXPECT_LT(entry_bytes, 4.9);
}

}  // namespace
}  // namespace newsmill::dedup
