// Marks: an index that starts at a mark decides as an index that has read the
// log from its first entry.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "index_fixture.h"
#include "newsmill/model/mark.h"

namespace newsmill::dedup {
namespace {

struct Logged {
  model::LogEntry entry;
  int64_t time_ms = 0;
};

/// A log with copies, versions, retracts, changes of assignments and of rules,
/// unreadable entries, and a clock that jumps.
class RandomLog {
 public:
  explicit RandomLog(uint64_t seed) : random_(seed) {
    rules_.window_ms = 40'000;
    rules_.max_step_ms = 5'000;
    rules_.max_entries = static_cast<int64_t>(10 + random_.Below(60));
    rules_.band_candidates = static_cast<int32_t>(1 + random_.Below(4));
    Append(model::GenesisEntry{.log_id = {1, 2}, .group = "g", .outputs = {}});
    Append(rules_);
    for (int32_t partition = 0; partition < 2; ++partition) {
      Append(model::ClaimEntry{
          .partition = partition, .assignment = 1, .next_offset = 0});
    }
  }

  void AppendAny() {
    const uint64_t kind = random_.Below(100);
    const auto partition = static_cast<int32_t>(random_.Below(2));
    const model::Delivery delivery = AnyDelivery(partition);
    const model::AssignmentKey assignment = assignments_[partition];
    if (kind < 2) {
      assignments_[partition] = 1 + random_.Below(3);
      Append(model::ClaimEntry{.partition = partition,
                               .assignment = assignments_[partition],
                               .next_offset = delivery.offset - 4,
                               .accept_rewind = random_.OneIn(2)});
    } else if (kind < 4) {
      Append(model::UnknownEntry{});
    } else if (kind < 5) {
      rules_.max_entries = static_cast<int64_t>(10 + random_.Below(60));
      rules_.band_candidates = static_cast<int32_t>(1 + random_.Below(4));
      rules_.version = static_cast<uint16_t>(1 + random_.Below(2));
      Append(rules_);
    } else if (kind < 20) {
      Append(model::RetractEntry{delivery, assignment});
    } else if (kind < 22) {
      Append(model::CommitEntry{partition, assignment, delivery.offset - 3});
    } else {
      // Variants of few stories, so that lanes become full.
      const auto story = static_cast<uint32_t>(random_.Below(12));
      const bool is_short = random_.OneIn(6);
      Text text = Story(story, is_short ? 20 : 120);
      if (!is_short && random_.OneIn(2)) {
        text = text.Edited(40 + random_.Below(60));
      }
      if (random_.OneIn(4)) text = text.WithFacts({1, 2, 3, 4, 5, 6});
      model::FingerprintEntry entry{
          .delivery = delivery,
          .assignment = assignment,
          .committed_offset = delivery.offset - 6,
          .input_time_ms = -1,
          .record_id = HashOfNumber(random_.Below(1'000'000)),
          .fingerprint = PrintOf(random_.Below(30), text)};
      entry.fingerprint.version = rules_.version;
      Append(entry);
    }
  }
  const std::vector<Logged>& entries() const { return entries_; }
  Random& random() { return random_; }

 private:
  model::Delivery AnyDelivery(int32_t partition) {
    next_ += random_.OneIn(2) ? 1 : 0;
    return {.partition = partition,
            .offset = next_ + static_cast<int64_t>(random_.Below(3)),
            .item = -1,
            .digest = {}};
  }
  void Append(decltype(model::LogEntry::content) content) {
    time_ms_ += static_cast<int64_t>(random_.Below(1500));
    // A clock may jump ahead, and may be late.
    int64_t time = time_ms_ - static_cast<int64_t>(random_.Below(3000));
    if (random_.OneIn(40)) time += 1'000'000;
    entries_.push_back({{.anchor = {}, .content = std::move(content)}, time});
  }

  Random random_;
  model::RulesEntry rules_;
  std::vector<Logged> entries_;
  std::vector<model::AssignmentKey> assignments_ = {1, 1};
  int64_t time_ms_ = 1'000'000;
  int64_t next_ = 10;
};

Applied ApplyAt(Index& index, const std::vector<Logged>& log, size_t offset) {
  return index.Apply(log[offset].entry, static_cast<int64_t>(offset),
                     log[offset].time_ms);
}

/// Returns the state of the mark, or nothing if it cannot be loaded.
std::optional<Index> Loaded(const model::Mark& mark,
                            const std::vector<Logged>& log,
                            int64_t first_offset = 0) {
  Index index;
  index.StartLoading(mark, first_offset);
  for (int64_t at = std::max(mark.base, first_offset); at < mark.place; ++at) {
    const Logged& logged = log[static_cast<size_t>(at)];
    if (!index.Load(logged.entry, at, logged.time_ms)) return std::nullopt;
  }
  if (!index.FinishLoading()) return std::nullopt;
  return index;
}

void ExpectSame(const Applied& one, const Applied& other) {
  EXPECT_EQ(one.effect, other.effect);
  EXPECT_EQ(one.decision, other.decision);
  EXPECT_EQ(one.log_offset, other.log_offset);
}

class MarkedLogTest : public ::testing::TestWithParam<uint64_t> {};

TEST_P(MarkedLogTest, ALateStartDecidesAsTheOthers) {
  RandomLog log(GetParam());
  for (int i = 0; i < 700; ++i) log.AppendAny();
  const size_t place = 200 + log.random().Below(300);
  Index early;
  for (size_t at = 0; at < place; ++at) ApplyAt(early, log.entries(), at);
  const model::Mark mark = early.Capture();
  ASSERT_EQ(mark.place, static_cast<int64_t>(place));

  auto late = Loaded(mark, log.entries());

  ASSERT_TRUE(late.has_value());
  EXPECT_EQ(late->Capture(), mark);
  for (size_t at = place; at < log.entries().size(); ++at) {
    ExpectSame(ApplyAt(early, log.entries(), at),
               ApplyAt(*late, log.entries(), at));
    ASSERT_EQ(early.digest(), late->digest()) << at;
    ASSERT_FALSE(HasFailure()) << at;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, MarkedLogTest,
                         ::testing::Range(uint64_t{0}, uint64_t{300}));

struct Damage {
  std::string name;
  std::function<void(model::Mark&)> change;
};

class DamagedMarkTest : public ::testing::TestWithParam<Damage> {
 protected:
  /// Returns a log and a mark in which every list has elements.
  static std::pair<RandomLog, model::Mark> RichMark() {
    for (uint64_t seed = 0;; ++seed) {
      RandomLog log(seed);
      for (int i = 0; i < 400; ++i) log.AppendAny();
      Index index;
      for (size_t at = 0; at < log.entries().size(); ++at) {
        ApplyAt(index, log.entries(), at);
      }
      model::Mark mark = index.Capture();
      if (!mark.retracted.empty() && !mark.lanes.empty() &&
          mark.deliveries.size() > 1 && mark.base_rules != mark.rules) {
        return {std::move(log), std::move(mark)};
      }
    }
  }
};

TEST_P(DamagedMarkTest, IsNotLoaded) {
  auto [log, mark] = RichMark();
  ASSERT_TRUE(Loaded(mark, log.entries()).has_value());

  GetParam().change(mark);

  EXPECT_FALSE(Loaded(mark, log.entries()).has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Fields, DamagedMarkTest,
    ::testing::Values(
        Damage{"TextLeftOut", [](model::Mark& m) { m.texts.front() &= 0xFE; }},
        Damage{"NotRetracted", [](model::Mark& m) { m.retracted.pop_back(); }},
        Damage{"LanesNotFull", [](model::Mark& m) { m.lanes.pop_back(); }},
        Damage{"OtherLanes",
               [](model::Mark& m) { m.lanes.back().full_lanes ^= 2; }},
        Damage{"OtherAssignment",
               [](model::Mark& m) { ++m.partitions[0].assignment; }},
        Damage{"OtherCommittedOffset",
               [](model::Mark& m) { ++m.partitions[0].committed_offset; }},
        Damage{"DeliveryForgotten",
               [](model::Mark& m) { m.deliveries.pop_back(); }},
        Damage{"OtherLogOffset",
               [](model::Mark& m) { ++m.deliveries[0].log_offset; }},
        Damage{"OtherTime", [](model::Mark& m) { ++m.base_time_ms; }},
        Damage{"OtherFirstTime", [](model::Mark& m) { ++m.first_time_ms; }},
        Damage{"OtherRules", [](model::Mark& m) { ++m.rules.longer; }},
        Damage{"OtherDigest", [](model::Mark& m) { ++m.digest.low; }}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(IndexTest, WithoutTheOldestEntriesOnlyTheirTextsAreMissing) {
  std::vector<Logged> log;
  const auto append = [&](decltype(model::LogEntry::content) content) {
    log.push_back({{.anchor = {}, .content = std::move(content)}, 1'000'000});
  };
  append(model::GenesisEntry{.log_id = {1, 2}, .group = "g", .outputs = {}});
  append(rules_);
  append(model::ClaimEntry{.partition = 0, .assignment = 1, .next_offset = 0});
  for (uint32_t i = 0; i < 10; ++i) {
    append(EntryOf(DeliveryAt(i), i, Story(i)));
  }
  Index whole;
  for (size_t at = 0; at < log.size(); ++at) ApplyAt(whole, log, at);

  auto cut = Loaded(whole.Capture(), log, /*first_offset=*/7);

  ASSERT_TRUE(cut.has_value());
  EXPECT_EQ(cut->size(), 6);
  const auto effect = [&](uint32_t story) {
    return cut
        ->Apply({.anchor = {},
                 .content = EntryOf(DeliveryAt(100 + story), 100 + story,
                                    Story(story))},
                static_cast<int64_t>(log.size()) + story, 1'000'000)
        .decision.relation;
  };
  EXPECT_EQ(effect(3), model::Relation::kOriginal);
  EXPECT_EQ(effect(4), model::Relation::kExact);
}

}  // namespace
}  // namespace newsmill::dedup
