// Collects what a fingerprint log contains, entry by entry, without applying
// the entries to an index.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::app {

/// A mark of which the log has at least one part.
struct SeenMark {
  enum class State {
    kValid,
    kObjected,    // complete, but a worker has another state
    kMalformed,   // all parts are there, but they contain no mark
    kIncomplete,  // parts are missing
  };

  int64_t place = 0;
  uint64_t nonce = 0;
  State state = State::kIncomplete;
  model::Hash128 digest;
  int64_t parts = 0;  // parts that the log has
  int64_t count = 0;  // of parts that the mark has
  int64_t bytes = 0;  // of these parts, without the rest of their entries
  int64_t last_offset = -1;  // of the last part that was read
  int64_t time_ms = -1;      // of this part
  // If the mark is complete:
  int64_t base = 0;
  int64_t texts = 0;
};

struct SeenObjection {
  int64_t offset = 0;
  int64_t time_ms = 0;
  model::ObjectionEntry entry;
};

struct SeenReset {
  int64_t offset = 0;
  int64_t time_ms = 0;
  int64_t first_offset = 0;  // ResetEntry::first_offset
  /// The place and nonce of the newest valid mark before the reset.
  std::optional<std::pair<int64_t, uint64_t>> mark;
};

/// Not thread-safe.
class LogScan {
 public:
  struct Options {
    int64_t place_spacing = 8192;  // see pipeline::LogTerms
    /// True: keeps the content of complete marks, so that MarkAt can return it.
    bool keep_marks = false;
  };
  struct Size {
    int64_t entries = 0;
    int64_t bytes = 0;
  };
  /// A mark from which a worker can start. It loads texts from `first_text` on.
  struct Start {
    size_t mark = 0;  // the index in marks()
    int64_t first_text = 0;
  };

  LogScan(pipeline::LogBounds bounds, Options options)
      : bounds_(bounds), options_(options) {}

  /// Reads the next entry. The first one is at bounds().first.
  void Read(const pipeline::LogRecord& record);

  const pipeline::LogBounds& bounds() const { return bounds_; }
  /// The first genesis entry in the log or in a complete mark.
  const std::optional<model::GenesisEntry>& genesis() const { return genesis_; }
  /// The last rules entry, or the rules in the newest complete mark.
  const std::optional<model::RulesEntry>& rules() const { return rules_; }
  /// What the log says about each input partition, in ascending order.
  std::vector<model::MarkedPartition> partitions() const;

  Size total() const { return total_; }
  const std::array<Size, model::kEntryKindCount>& kinds() const {
    return kinds_;
  }
  /// The times of the entries in milliseconds, -1 if there is no entry.
  int64_t first_time_ms() const { return first_time_ms_; }
  int64_t last_time_ms() const { return last_time_ms_; }

  /// Returns the marks in ascending order of their places. Of two valid marks
  /// for one place, the later one is the one that was complete first.
  const std::vector<SeenMark>& marks() const { return marks_; }
  const std::vector<SeenObjection>& objections() const { return objections_; }
  const std::vector<SeenReset>& resets() const { return resets_; }
  /// Parts that cannot belong to a mark, or contradict another part.
  int64_t ignored_parts() const { return ignored_parts_; }

  /// Returns the marks from which a worker can start, in the order of marks().
  std::vector<Start> Starts() const;
  /// Returns the content of a complete mark. REQUIRES: Options::keep_marks.
  const model::Mark& Content(const SeenMark& mark) const;

  /// Returns the offset below which the fleet would trim the log: the lowest
  /// base of the valid marks for the newest three places. Returns
  /// bounds().first if there are fewer places, or if it is higher.
  int64_t TrimBefore() const;
  /// Returns the number of entries below an offset, and about how many bytes
  /// they have.
  Size Below(int64_t offset) const;

 private:
  using Key = std::pair<int64_t, uint64_t>;  // place, nonce

  void On(const model::MarkPartEntry& part, const pipeline::LogRecord& record);
  void On(const model::ObjectionEntry& entry,
          const pipeline::LogRecord& record);
  void On(const model::ResetEntry& entry, const pipeline::LogRecord& record);
  void On(const model::ClaimEntry& claim);
  void Commit(int32_t partition, model::AssignmentKey assignment,
              int64_t committed);
  SeenMark* Find(const Key& key);
  void Finish(SeenMark& mark);
  bool IsObjected(const SeenMark& mark) const;
  void LimitPending();
  void Sort();

  pipeline::LogBounds bounds_;
  Options options_;
  std::optional<model::GenesisEntry> genesis_;
  std::optional<model::RulesEntry> rules_;
  bool rules_from_mark_ = false;
  std::map<int32_t, model::MarkedPartition> partitions_;
  Size total_;
  std::array<Size, model::kEntryKindCount> kinds_{};
  int64_t first_time_ms_ = -1;
  int64_t last_time_ms_ = -1;
  // The size of the log before some of its offsets, ascending.
  std::vector<std::pair<int64_t, int64_t>> bytes_before_;
  std::vector<SeenMark> marks_;
  // The parts of incomplete marks, by number.
  std::map<Key, std::map<uint32_t, model::MarkPartEntry>> pending_;
  std::map<Key, model::Mark> contents_;
  std::vector<SeenObjection> objections_;
  std::vector<SeenReset> resets_;
  int64_t ignored_parts_ = 0;
};

}  // namespace newsmill::app
