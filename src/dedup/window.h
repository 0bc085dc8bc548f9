// Contains the published texts of the window. Finds a text by its hash, by its
// article, or by its similarity to another text.
//
// A lane maps one kind of key to texts. Each text is in up to 60 lanes. In 58
// of them, the key is a band: three registers of a sketch. Similar texts
// probably share a band (Leskovec, Rajaraman, Ullman, Mining of Massive
// Datasets, 3.4). In the last two lanes, the keys are the hash of the text and
// the article:
//
//   lane      0 … 41        42 … 57       58     59
//   key       body bands    lead bands    text   article (its latest version)
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "chain_table.h"
#include "chunked.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// The texts of the window. Not thread-safe.
class Window {
 public:
  using Slot = uint32_t;
  static constexpr Slot kNone = UINT32_MAX;
  /// The maximum number of texts. For more texts, the elements of the table
  /// would need more than 32 bits.
  static constexpr int64_t kMaxTexts = 70'000'000;

  struct Text {
    model::Fingerprint fingerprint;
    model::Hash128 record_id;
    int64_t time_ms = 0;
    int64_t log_offset = -1;
  };
  /// The place of a text in the window. The window reuses slots. If the text in
  /// the slot has another log offset, the text of this place has left the
  /// window.
  struct Place {
    Slot slot = kNone;
    int64_t log_offset = -1;
  };
  struct Neighbours {
    std::vector<Slot> slots;  // each slot once; the rules limit the number
    // A bit for each lane that is full: the lane already contains so many texts
    // with the same key that Insert adds no further text.
    uint64_t full_lanes = 0;
  };

  Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Returns the latest version of `article`, or kNone.
  Slot LatestOf(const model::Hash128& article) const;
  /// Returns the oldest text with the hash `text`, or kNone.
  Slot OldestWith(const model::Hash128& text) const;
  /// Returns the texts that share a band with `fingerprint`, oldest first
  /// within each band.
  Neighbours FindNeighbours(const model::Fingerprint& fingerprint,
                            const model::RulesEntry& rules);
  const Text& At(Slot slot) const { return nodes_[slot].text; }

  /// Inserts a text. The text becomes the latest version of its article.
  /// `full_lanes` is Neighbours::full_lanes from FindNeighbours for this text.
  Place Insert(const Text& text, uint64_t full_lanes,
               const model::RulesEntry& rules);
  /// Removes a text from all tables. If the text was the latest version of its
  /// article, the version before it becomes the latest version again. Does
  /// nothing if the text has left the window.
  void Retract(const Place& place);
  /// Removes texts that are older than `oldest_time_ms`. Then removes the
  /// oldest texts until at most `most` texts are left.
  void Evict(int64_t oldest_time_ms, int64_t most);

  int64_t size() const { return size_; }
  /// Returns the time of the oldest text, or nothing if the window is empty.
  std::optional<int64_t> oldest_time_ms() const {
    if (oldest_ == kNone) return std::nullopt;
    return nodes_[oldest_].text.time_ms;
  }
  int64_t bytes() const;

 private:
  static constexpr int kRegistersPerBand = 3;
  static constexpr int kBodyLanes = model::kBodyRegisters / kRegistersPerBand;
  static constexpr int kLeadLanes = model::kLeadRegisters / kRegistersPerBand;
  static constexpr int kBandLanes = kBodyLanes + kLeadLanes;
  static constexpr int kTextLane = kBandLanes;
  static constexpr int kArticleLane = kBandLanes + 1;
  static constexpr int kLanes = kBandLanes + 2;
  static_assert(kLanes <= 64 && kMaxTexts * kLanes < UINT32_MAX);

  struct Node {
    Text text;
    uint64_t lanes = 0;     // bit mask of the lanes that contain the text
    Slot younger = kNone;   // the text that was inserted after this text
    Slot previous = kNone;  // previous version of the article, if in the window
    uint64_t seen = 0;      // number of the last search that found this text
  };
  struct HashOfElement {
    const Chunked<Node, 8>* nodes;
    uint64_t operator()(uint32_t element) const;
  };

  static uint32_t BandKey(const model::Fingerprint& fingerprint, int lane);
  static uint64_t HashIn(int lane, const model::Fingerprint& fingerprint);
  static std::array<uint64_t, kLanes> HashesOf(
      const model::Fingerprint& fingerprint);
  bool IsLinked(Slot slot, int lane) const;
  template <typename Matches>
  Slot FindFirst(int lane, uint64_t hash, Matches matches) const;
  void Link(Slot slot, int lane);
  void Unlink(Slot slot, int lane);
  void UnlinkAll(Slot slot);
  Slot TakeSlot();

  Chunked<Node, 8> nodes_;
  ChainTable<HashOfElement> table_;
  std::vector<Slot> free_;
  Slot oldest_ = kNone;
  Slot youngest_ = kNone;
  int64_t size_ = 0;
  uint64_t search_ = 0;
};

}  // namespace newsmill::dedup
