#include "window.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"

namespace newsmill::dedup {
namespace {

using model::Relation;

class WindowTest : public ::testing::Test {
 protected:
  TextNumber Add(uint64_t article, const Text& text) {
    return Insert({.fingerprint = PrintOf(article, text),
                   .record_id = HashOfNumber(next_),
                   .time_ms = static_cast<int64_t>(next_),
                   .log_offset = static_cast<int64_t>(next_)});
  }
  TextNumber Insert(const Window::Text& text) {
    ++next_;
    const auto found = window_.FindNeighbours(text.fingerprint, rules_);
    return window_.Insert(text, found.full_lanes, rules_);
  }
  std::optional<int64_t> OffsetOf(TextNumber text) const {
    if (text == Window::kNone) return std::nullopt;
    return window_.LogOffsetOf(text);
  }
  std::optional<int64_t> LatestOf(uint64_t article) const {
    return OffsetOf(window_.LatestOf(HashOfNumber(article)));
  }
  std::vector<int64_t> NeighboursOf(const model::Fingerprint& print) {
    std::vector<int64_t> offsets;
    for (const auto text : window_.FindNeighbours(print, rules_).texts) {
      offsets.push_back(window_.LogOffsetOf(text));
    }
    return offsets;
  }

  model::RulesEntry rules_;
  Window window_;
  uint64_t next_ = 0;
};

TEST_F(WindowTest, TheLatestVersionIsTheOneThatCameLast) {
  Add(1, Story(1));
  Add(2, Story(2));
  Add(1, Story(3));

  EXPECT_EQ(LatestOf(1), 2);
  EXPECT_EQ(LatestOf(2), 1);
  EXPECT_EQ(LatestOf(3), std::nullopt);
}

TEST_F(WindowTest, TheOldestWithATextIsFound) {
  Add(1, Story(1));
  Add(2, Story(1));

  EXPECT_EQ(OffsetOf(window_.OldestWith(PrintOf(3, Story(1)).text)), 0);
}

TEST_F(WindowTest, ARetractedTextIsNotFound) {
  const auto place = Add(1, Story(1));

  window_.Retract(place);

  EXPECT_EQ(LatestOf(1), std::nullopt);
  EXPECT_EQ(window_.OldestWith(PrintOf(1, Story(1)).text), Window::kNone);
  EXPECT_TRUE(NeighboursOf(PrintOf(1, Story(1))).empty());
}

TEST_F(WindowTest, AfterARetractTheVersionBeforeIsTheLatest) {
  Add(1, Story(1));
  const auto second = Add(1, Story(2));
  const auto third = Add(1, Story(3));

  window_.Retract(second);
  EXPECT_EQ(LatestOf(1), 2);
  window_.Retract(third);
  EXPECT_EQ(LatestOf(1), 0);
}

TEST_F(WindowTest, ATextThatHasLeftIsNotRetracted) {
  const auto first = Add(1, Story(1));
  window_.Evict(1, 100);
  Add(2, Story(2));

  window_.Retract(first);

  EXPECT_EQ(LatestOf(2), 1);
}

TEST_F(WindowTest, AVersionThatHasLeftDoesNotComeBack) {
  Add(1, Story(1));
  const auto second = Add(1, Story(2));
  window_.Evict(1, 100);
  const auto third = Add(1, Story(3));
  const auto fourth = Add(1, Story(4));

  window_.Retract(second);
  window_.Retract(fourth);
  EXPECT_EQ(LatestOf(1), 2);

  window_.Retract(third);
  EXPECT_EQ(LatestOf(1), std::nullopt);
}

TEST_F(WindowTest, FillsAgainWhenAllHaveLeft) {
  Add(1, Story(1));
  window_.Evict(100, 100);
  ASSERT_EQ(window_.size(), 0);

  Add(2, Story(2));
  Add(3, Story(3));
  window_.Evict(0, 1);

  EXPECT_EQ(LatestOf(2), std::nullopt);
  EXPECT_EQ(LatestOf(3), 2);
}

TEST_F(WindowTest, EvictsOldTextsThenTheOldestOnes) {
  for (uint32_t i = 0; i < 6; ++i) Add(i, Story(i));

  window_.Evict(2, 100);
  EXPECT_EQ(LatestOf(1), std::nullopt);
  EXPECT_EQ(LatestOf(2), 2);

  window_.Evict(2, 1);
  EXPECT_EQ(LatestOf(4), std::nullopt);
  EXPECT_EQ(LatestOf(5), 5);
  EXPECT_EQ(window_.size(), 1);
}

TEST_F(WindowTest, MemoryIsUsedAgain) {
  for (uint32_t i = 0; i < 400; ++i) {
    Add(i, Story(i, 50));
    window_.Evict(0, 100);
  }
  const int64_t bytes = window_.bytes();
  for (uint32_t i = 0; i < 400; ++i) {
    Add(i, Story(i, 50));
    window_.Evict(0, 100);
  }
  EXPECT_EQ(window_.bytes(), bytes);
}

/// A Window as a list of texts, oldest first: slow, but simple.
class NaiveWindow {
 public:
  static constexpr int kBands = 58;

  struct Kept {
    Window::Text text;
    bool retracted = false;
    std::set<int> lanes;
  };

  static std::array<uint8_t, 3> BandOf(const model::Fingerprint& print,
                                       int lane) {
    const uint8_t* band =
        lane < 42 ? &print.body[lane * 3] : &print.lead[(lane - 42) * 3];
    return {band[0], band[1], band[2]};
  }

  std::vector<int64_t> Neighbours(const model::Fingerprint& print,
                                  const model::RulesEntry& rules,
                                  std::set<int>* full) const {
    std::vector<int64_t> found;
    if (print.body_shingles < rules.exact_below_shingles) return found;
    for (int lane = 0; lane < kBands; ++lane) {
      int32_t alike = 0;
      for (const Kept& kept : texts_) {
        if (alike == rules.band_candidates) break;
        if (kept.retracted || !kept.lanes.contains(lane) ||
            kept.text.fingerprint.version != print.version ||
            BandOf(kept.text.fingerprint, lane) != BandOf(print, lane)) {
          continue;
        }
        ++alike;
        const int64_t offset = kept.text.log_offset;
        if (std::ranges::find(found, offset) == found.end() &&
            static_cast<int32_t>(found.size()) < rules.candidates) {
          found.push_back(offset);
        }
      }
      if (alike == rules.band_candidates) full->insert(lane);
    }
    return found;
  }
  void Insert(const Window::Text& text, const model::RulesEntry& rules) {
    std::set<int> full;
    Neighbours(text.fingerprint, rules, &full);
    Kept kept{.text = text, .retracted = false, .lanes = {}};
    for (int lane = 0; lane < kBands; ++lane) {
      if (text.fingerprint.body_shingles >= rules.exact_below_shingles &&
          !full.contains(lane)) {
        kept.lanes.insert(lane);
      }
    }
    texts_.push_back(kept);
  }
  void Retract(int64_t offset) {
    for (Kept& kept : texts_) {
      if (kept.text.log_offset == offset) kept.retracted = true;
    }
  }
  void Evict(int64_t oldest_time_ms, size_t most) {
    while (!texts_.empty() &&
           (texts_[0].text.time_ms < oldest_time_ms || texts_.size() > most)) {
      texts_.erase(texts_.begin());
    }
  }
  std::optional<int64_t> LatestOf(const model::Hash128& article) const {
    std::optional<int64_t> latest;
    for (const Kept& kept : texts_) {
      if (!kept.retracted && kept.text.fingerprint.article == article) {
        latest = kept.text.log_offset;
      }
    }
    return latest;
  }
  std::optional<int64_t> OldestWith(const model::Hash128& text) const {
    for (const Kept& kept : texts_) {
      if (!kept.retracted && kept.text.fingerprint.text == text) {
        return kept.text.log_offset;
      }
    }
    return std::nullopt;
  }
  int64_t size() const { return static_cast<int64_t>(texts_.size()); }

 private:
  std::vector<Kept> texts_;
};

/// Few different articles, texts and register values, so that they often meet.
model::Fingerprint RandomPrint(Random& random) {
  model::Fingerprint print;
  print.article = HashOfNumber(random.Below(6));
  print.text = HashOfNumber(random.Below(8));
  print.body_shingles = random.OneIn(5) ? 10 : 200;
  if (random.OneIn(4)) print.version = model::kOldestFingerprintVersion;
  const uint64_t values = 2 + random.Below(9);
  for (auto& value : print.body) {
    value = static_cast<uint8_t>(random.Below(values));
  }
  for (auto& value : print.lead) {
    value = static_cast<uint8_t>(random.Below(values));
  }
  return print;
}

class WindowModelTest : public WindowTest,
                        public ::testing::WithParamInterface<uint64_t> {
 protected:
  void InsertInBoth(Random& random) {
    time_ms_ += static_cast<int64_t>(random.Below(3));
    const Window::Text text{.fingerprint = RandomPrint(random),
                            .record_id = HashOfNumber(next_),
                            .time_ms = time_ms_,
                            .log_offset = static_cast<int64_t>(next_)};
    naive_.Insert(text, rules_);
    places_.push_back(Insert(text));
  }
  void ExpectTheSame(Random& random) {
    ASSERT_EQ(window_.size(), naive_.size());
    for (uint64_t i = 0; i < 8; ++i) {
      const auto hash = HashOfNumber(i);
      ASSERT_EQ(OffsetOf(window_.LatestOf(hash)), naive_.LatestOf(hash));
      ASSERT_EQ(OffsetOf(window_.OldestWith(hash)), naive_.OldestWith(hash));
    }
    const auto print = RandomPrint(random);
    std::set<int> full;
    // The order of the neighbours does not matter.
    const auto found = NeighboursOf(print);
    const auto expected = naive_.Neighbours(print, rules_, &full);
    ASSERT_EQ(std::set(found.begin(), found.end()),
              std::set(expected.begin(), expected.end()));
    ASSERT_EQ(found.size(), expected.size());
    const auto lanes = window_.FindNeighbours(print, rules_).full_lanes;
    for (int lane = 0; lane < NaiveWindow::kBands; ++lane) {
      ASSERT_EQ((lanes >> lane & 1) != 0, full.contains(lane));
    }
  }

  NaiveWindow naive_;
  std::vector<TextNumber> places_;
  int64_t time_ms_ = 0;
};

TEST_P(WindowModelTest, AgreesWithASimpleListForRandomCalls) {
  Random random(GetParam());
  rules_.band_candidates = static_cast<int32_t>(1 + random.Below(6));
  rules_.candidates = static_cast<int32_t>(1 + random.Below(40));
  for (int step = 0; step < 500; ++step) {
    if (random.OneIn(50)) {
      rules_.band_candidates = static_cast<int32_t>(1 + random.Below(6));
    }
    const uint64_t kind = random.Below(10);
    if (kind < 6 || places_.empty()) {
      InsertInBoth(random);
    } else if (kind < 9) {  // it may have been evicted or retracted before
      // The log offsets of the texts are 0, 1, 2 …
      const uint64_t offset = random.Below(places_.size());
      window_.Retract(places_[offset]);
      naive_.Retract(static_cast<int64_t>(offset));
    } else {
      const auto oldest = time_ms_ - static_cast<int64_t>(random.Below(40));
      const uint64_t most = 1 + random.Below(40);
      window_.Evict(oldest, static_cast<int64_t>(most));
      naive_.Evict(oldest, most);
    }
    ASSERT_NO_FATAL_FAILURE(ExpectTheSame(random)) << "step " << step;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, WindowModelTest,
                         ::testing::Range(uint64_t{0}, uint64_t{12}));

// ------------------------------------------------- as the index uses it

TEST_F(IndexTest, ATextIsEvictedByTheFirstEntryAfterItsWindow) {
  Add(1, Story(1));
  Wait(60);
  EXPECT_EQ(RelationOf(2, Story(1)), Relation::kExact);

  time_ms_ += 1;
  EXPECT_EQ(RelationOf(3, Story(1)), Relation::kOriginal);
}

TEST_F(IndexTest, ACopyDoesNotRefreshItsOriginal) {
  Add(1, Story(1));
  Wait(40);
  ASSERT_EQ(RelationOf(2, Story(1)), Relation::kExact);
  Wait(21);

  EXPECT_EQ(RelationOf(3, Story(1)), Relation::kOriginal);
}

TEST_F(IndexTest, TheOldestLeavesWhenThereAreTooMany) {
  rules_.max_entries = 2;
  Apply(rules_);
  for (uint32_t i = 0; i < 3; ++i) Add(i, Story(i));

  EXPECT_EQ(index_.size(), 2);
  EXPECT_EQ(RelationOf(7, Story(1)), Relation::kExact);
  EXPECT_EQ(RelationOf(8, Story(0)), Relation::kOriginal);
}

TEST_F(IndexTest, AnArticleThatHasLeftIsNew) {
  Add(1, Story(1));
  Wait(61);

  EXPECT_EQ(RelationOf(1, Story(1).Edited(1)), Relation::kOriginal);
}

TEST_F(IndexTest, TimeDoesNotGoBack) {
  const int64_t before = index_.time_ms();

  time_ms_ -= 5 * kMinute;
  Wait(1);

  EXPECT_EQ(index_.time_ms(), before);
}

TEST_F(IndexTest, TimeAdvancesByAStepAtMost) {
  const int64_t before = index_.time_ms();

  time_ms_ += 1000 * kMinute;
  Apply(model::UnknownEntry{});
  EXPECT_EQ(index_.time_ms(), before + 10 * kMinute);

  time_ms_ = before + 15 * kMinute;
  Apply(model::UnknownEntry{});
  EXPECT_EQ(index_.time_ms(), before + 15 * kMinute);
}

TEST_F(IndexTest, AnUnknownTimeDoesNotMoveTheTime) {
  const int64_t before = index_.time_ms();

  time_ms_ = -1;

  EXPECT_EQ(Add(1, Story(1)).effect, Effect::kDecided);
  EXPECT_EQ(index_.time_ms(), before);
}

TEST_F(IndexTest, TheFirstKnownTimeIsTaken) {
  Index index;
  const auto apply = [&](int64_t time_ms, const auto& content) {
    model::LogEntry entry;
    entry.content = content;
    index.Apply(entry, 0, time_ms);
    return index.time_ms();
  };
  EXPECT_EQ(apply(-1, model::GenesisEntry{}), -1);
  EXPECT_EQ(apply(-1, rules_), -1);

  EXPECT_EQ(apply(1000 * kMinute, model::UnknownEntry{}), 1000 * kMinute);
}

TEST_F(IndexTest, OnlyTheOldestTextsOfAFullBandAreFound) {
  rules_.band_candidates = 2;
  Apply(rules_);
  // The bands are equal; the facts distinguish the texts.
  for (uint32_t i = 1; i <= 4; ++i) Add(i, Story(1).WithFacts(Story(i).facts));

  EXPECT_EQ(RelationOf(7, Story(1).Edited(1).WithFacts(Story(2).facts)),
            Relation::kNear);
  EXPECT_EQ(RelationOf(8, Story(1).Edited(1).WithFacts(Story(3).facts)),
            Relation::kOriginal);
}

TEST_F(IndexTest, CandidatesAreCapped) {
  rules_.candidates = 2;
  Apply(rules_);
  for (uint32_t i = 1; i <= 4; ++i) Add(i, Story(1).WithFacts(Story(i).facts));

  EXPECT_EQ(RelationOf(7, Story(1).Edited(1).WithFacts(Story(2).facts)),
            Relation::kNear);
  EXPECT_EQ(RelationOf(8, Story(1).Edited(1).WithFacts(Story(4).facts)),
            Relation::kOriginal);
}

}  // namespace
}  // namespace newsmill::dedup
