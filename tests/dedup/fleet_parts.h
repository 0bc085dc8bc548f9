// The parts of a simulated fleet.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "fleet_simulator.h"
#include "index_fixture.h"

namespace newsmill::dedup::fleet {

// ------------------------------------------------------------- the input

inline constexpr uint32_t kStories = 5;
inline constexpr uint32_t kVariants = 5;

/// Any two variants of a story are exact, near, excerpt or extended.
inline const model::Fingerprint& PrintOfVariant(uint32_t story,
                                                uint32_t variant) {
  static const auto kPrints = [] {
    std::array<std::array<model::Fingerprint, kVariants>, kStories> prints;
    for (uint32_t s = 0; s < kStories; ++s) {
      // Short stories have only exact copies.
      const Text text = s < 2 ? Story(s, 20) : Story(s);
      prints[s].fill(PrintOf(0, text));
      if (s < 2) continue;
      prints[s][1] = PrintOf(0, text.Edited(10, 1));
      prints[s][2] = PrintOf(0, text.Edited(10, 2));
      prints[s][3] = PrintOf(0, text.Beginning(110));
      prints[s][4] = PrintOf(0, text.Longer(100));
    }
    return prints;
  }();
  return kPrints.at(story).at(variant);
}

/// The result of a version of the extraction for an item.
struct Extracted {
  bool found = true;
  bool rejected = false;  // becomes a dead letter before the append
  bool refused = false;   // the broker refuses the record
  uint32_t variant = 0;
};
inline constexpr size_t kVersions = 2;

struct Item {
  uint32_t story = 0;
  uint64_t article = 0;
  std::array<Extracted, kVersions> by_version;
};
using Message = std::vector<Item>;

inline Item RandomItem(Random& random) {
  Item item;
  item.story = static_cast<uint32_t>(random.Below(kStories));
  item.article = item.story * 10 + random.Below(4);
  const auto extract = [&] {
    return Extracted{.found = !random.OneIn(12),
                     .rejected = random.OneIn(16),
                     .refused = random.OneIn(6),
                     .variant = static_cast<uint32_t>(random.Below(kVariants))};
  };
  item.by_version.fill(extract());
  if (random.OneIn(2)) item.by_version[1] = extract();
  return item;
}

// --------------------------------------------------------------- reading

/// An index, with the rule broken that is about it: then it is shown other
/// deliveries or assignments than the log's.
class Reader {
 public:
  explicit Reader(Broken broken) : broken_(broken) {}

  Applied Apply(model::LogEntry entry, int64_t offset, int64_t time_ms) {
    auto* print = std::get_if<model::FingerprintEntry>(&entry.content);
    auto* retract = std::get_if<model::RetractEntry>(&entry.content);
    auto* claim = std::get_if<model::ClaimEntry>(&entry.content);
    if (broken_ == Broken::kNoFencing) {
      if (print != nullptr) print->assignment = 1;
      if (retract != nullptr) retract->assignment = 1;
      if (claim != nullptr) claim->assignment = 1;
    }
    model::Delivery delivery;
    if (print != nullptr) {
      delivery = print->delivery;
      if (broken_ == Broken::kEachAppendIsADelivery) ++forgotten_[delivery];
      print->delivery = Shown(delivery);
    }
    if (retract != nullptr) retract->delivery = Shown(retract->delivery);
    if (claim != nullptr && broken_ == Broken::kForgetsPendingAtClaim) {
      for (auto& [known, times] : forgotten_) {
        if (known.partition == claim->partition) ++times;
      }
    }
    Applied applied =
        index_.Apply(entry, static_cast<int64_t>(offsets_.size()), time_ms);
    offsets_.push_back(offset);
    if (applied.log_offset >= 0)
      applied.log_offset = offsets_[applied.log_offset];
    if (applied.effect == Effect::kDecided) {
      uint64_t& times = forgotten_[delivery];
      if (broken_ == Broken::kRemembersOnlyOriginals &&
          model::IsDuplicate(applied.decision.relation)) {
        ++times;
      }
    }
    return applied;
  }

  std::vector<model::Delivery> Pending(int32_t partition,
                                       int64_t offset) const {
    std::vector<model::Delivery> pending;
    if (broken_ == Broken::kEachAppendIsADelivery) return pending;
    const auto shown = index_.Pending(partition, offset);
    for (const auto& [delivery, times] : forgotten_) {
      if (std::ranges::find(shown, Shown(delivery)) != shown.end()) {
        pending.push_back(delivery);
      }
    }
    return pending;
  }

 private:
  model::Delivery Shown(model::Delivery delivery) const {
    const auto found = forgotten_.find(delivery);
    if (found != forgotten_.end()) delivery.digest.high += found->second;
    return delivery;
  }

  Broken broken_;
  Index index_;
  std::vector<int64_t> offsets_;  // in the order of the calls
  std::map<model::Delivery, uint64_t>
      forgotten_;  // how often each decided delivery was forgotten
};

// ---------------------------------------------------------------- workers

struct ItemWork {
  enum class State { kAppended, kDecided, kRetracting, kDeadLetter };
  model::Delivery delivery;
  model::Hash128 record;
  uint32_t story = 0;
  bool refused = false;
  State state = State::kAppended;
  model::Decision decision;
  int64_t log_offset = -1;
};

struct Work {
  int64_t offset = 0;
  std::vector<ItemWork> items;
  // Retracts of items not found, until they are read.
  std::set<model::Delivery> withdrawn;

  bool IsFinished() const {
    return withdrawn.empty() && std::ranges::all_of(items, [](const auto& i) {
             return i.state == ItemWork::State::kDecided ||
                    i.state == ItemWork::State::kDeadLetter;
           });
  }
};

/// A partition in a worker's assignment.
struct Lane {
  enum class State { kToFetch, kToReadClaim, kToConfirm, kReady };
  int32_t partition = 0;
  model::AssignmentKey assignment = 0;
  State state = State::kToFetch;
  int64_t committed = 0;
  int64_t next = 0;
  std::deque<Work> works;
};

struct Assignment {
  int64_t generation = 0;
  std::vector<int32_t> partitions;
};

struct Worker {
  bool is_up = false;
  uint64_t paused_for = 0;  // steps
  uint64_t deaf_for = 0;    // calls of the coordinator that are ignored
  size_t version = 0;
  size_t producer = 0;
  int64_t generation = -1;  // of its assignment
  std::optional<Assignment> mail;
  std::vector<Lane> lanes;
  std::unique_ptr<Reader> reader;
  size_t read = 0;

  Lane* LaneOf(model::AssignmentKey assignment) {
    const auto found = std::ranges::find(lanes, assignment, &Lane::assignment);
    return found == lanes.end() ? nullptr : &*found;
  }
};

struct Transaction {
  size_t worker = 0;
  model::AssignmentKey assignment = 0;
  int32_t partition = 0;
  int64_t next = 0;
  std::vector<Work> works;
  bool is_ending = false;  // the commit was sent
  bool is_orphan = false;
};

/// Entries that a worker wrote and that are not yet in the log, in order.
struct Producer {
  std::deque<model::LogEntry> outbox;
  uint64_t stalls = 0;  // attempts that fail
};

struct Logged {
  model::LogEntry entry;
  int64_t time_ms = 0;
  Applied truth;
};

}  // namespace newsmill::dedup::fleet
