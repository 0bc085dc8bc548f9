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
#include <vector>

#include "fleet_log.h"
#include "fleet_simulator.h"
#include "log_follower.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::pipeline::fleet {

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

/// How a worker reads the log: the program's own LogFollower.
struct Reader {
  Reader(SharedLog& log, Producer& producer, const LogTerms& terms,
         Broken broken, Random& random)
      : client(log, producer, broken, random), follower(client, terms) {}

  LogClient client;
  LogFollower follower;
};

// ---------------------------------------------------------------- workers

struct ItemWork {
  enum class State { kAppended, kDecided, kRetracting, kDeadLetter };
  model::Delivery delivery;
  model::Hash128 record;
  uint32_t story = 0;
  bool refused = false;
  model::FingerprintEntry entry;
  bool is_excused = false;  // decided by a worker whose state is wrong
  State state = State::kAppended;
  model::Decision decision;
  int64_t log_offset = -1;
};

struct Work {
  int64_t offset = 0;
  bool is_excused = false;  // begun by a worker whose state is wrong
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
  uint64_t paused_for = 0;     // steps
  uint64_t deaf_for = 0;       // calls of the coordinator that are ignored
  size_t version = 0;          // of its extraction
  uint16_t print_version = 0;  // in force when it last read an entry
  size_t producer = 0;
  int64_t generation = -1;  // of its assignment
  std::optional<Assignment> mail;
  std::vector<Lane> lanes;
  std::unique_ptr<Reader> reader;
  bool has_joined = false;
  /// The offset from which on its state is wrong. The fault is not its own: it
  /// has misread an entry, or has started from a mark that nobody has objected
  /// to yet.
  std::optional<int64_t> wrong_since;
  /// While it starts again: wrong_since of the state that it may keep.
  std::optional<int64_t> wrong_before;
  int64_t place = 0;  // the first entry that it has applied
  /// The same. Nothing if its state was compared.
  std::optional<int64_t> started_at;
  /// It was started with --accept-short-log and is not ready yet.
  bool accepts_short_log = false;
  /// The marks for which it started again, which it does once for each.
  std::set<MarkKey> doubted;

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

}  // namespace newsmill::pipeline::fleet
