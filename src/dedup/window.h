// Contains the published texts of the window. Finds a text by its hash, by its
// article, or by its similarity to another text.
//
// A lane maps one kind of key to texts. Each text is in up to 60 lanes. In 58
// of them, the key is a band: three registers of a sketch. Similar texts
// probably share a band (Leskovec, Rajaraman, Ullman, Mining of Massive
// Datasets, 3.4). In the last two lanes, the keys are the hash of the text and
// the article:
//
//   lane      0 … 41        42 … 57       58                59
//   key       body bands    lead bands    text (the oldest  article (its
//                                         with this text)   latest version)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "big_array.h"
#include "compared_text.h"
#include "lane_table.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"
#include "number_set.h"
#include "rising_numbers.h"
#include "state_digest.h"
#include "text_numbers.h"
#include "text_ring.h"

namespace newsmill::dedup {

/// The texts of the window. Not thread-safe.
class Window {
 public:
  static constexpr TextNumber kNone = 0;
  /// The maximum number of texts. For more texts, the entries of the table
  /// would need more than 32 bits.
  static constexpr int64_t kMaxTexts = 70'000'000;

  struct Text {
    model::Fingerprint fingerprint;
    model::Hash128 record_id;
    int64_t time_ms = 0;
    int64_t log_offset = -1;
  };
  /// Where a text of the window comes from.
  struct Origin {
    model::Hash128 article;
    model::Hash128 text;
    model::Hash128 record_id;
  };
  struct Neighbours {
    std::vector<TextNumber> texts;  // each once; the rules limit their number
    // A bit for each lane that is full: the lane already contains so many texts
    // with the same key that Insert adds no further text.
    uint64_t full_lanes = 0;
  };

  Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Chooses the shape of the tables that needs the least memory for `texts`
  /// texts. Makes room for `first_texts` texts at once. Does nothing if the
  /// window has ever contained a text.
  void SizeFor(int64_t texts, int64_t first_texts);

  /// Returns the latest version of `article`, or kNone.
  TextNumber LatestOf(const model::Hash128& article) const;
  /// Returns the oldest text with this hash, or kNone.
  TextNumber OldestWith(const model::Hash128& hash) const;
  /// Announces the fingerprint that FindNeighbours or Load gets after the next
  /// one, so that its buckets arrive from the memory in the meantime.
  void Expect(const model::Fingerprint& fingerprint);
  /// Returns the texts that share a band with `fingerprint` and have its
  /// version: of each lane the oldest texts, and lane after lane until the
  /// maximum number is reached.
  /// The result is valid until the next call.
  const Neighbours& FindNeighbours(const model::Fingerprint& fingerprint,
                                   const model::RulesEntry& rules);

  const ComparedText& Compared(TextNumber text) const {
    return nodes_[text].text;
  }
  const Origin& OriginOf(TextNumber text) const { return origins_[text]; }
  int64_t LogOffsetOf(TextNumber text) const { return log_offsets_[text]; }

  /// Inserts a text. The text becomes the latest version of its article.
  /// `full_lanes` is Neighbours::full_lanes from FindNeighbours for this text.
  /// REQUIRES: the window has not changed since this FindNeighbours.
  TextNumber Insert(const Text& text, uint64_t full_lanes,
                    const model::RulesEntry& rules);
  /// Removes a text from all tables. If the text was the latest version of its
  /// article, the version before it becomes the latest version again. Does
  /// nothing if the text has left the window.
  void Retract(TextNumber text);
  /// Removes texts that are older than `oldest_time_ms`. Then removes the
  /// oldest texts until at most `most` texts are left.
  void Evict(int64_t oldest_time_ms, int64_t most);

  /// Removes texts whose entries have an offset below `log_offset`.
  void EvictBelow(int64_t log_offset);

  /// Inserts the text of a mark. A retracted text is in no table.
  TextNumber Load(const Text& text, uint64_t full_lanes, bool is_retracted,
                  const model::RulesEntry& rules);
  /// Returns the text whose entry has this offset, or kNone.
  TextNumber TextAt(int64_t log_offset) const;
  /// Fills the fields of a mark about texts. Mark::place is filled already.
  void WriteTo(model::Mark& mark) const;
  /// The digest of all texts.
  const StateDigest& digest() const { return digest_; }

  int64_t size() const { return static_cast<int64_t>(numbers_.size()); }
  /// Returns the time of the oldest text, or nothing if the window is empty.
  std::optional<int64_t> oldest_time_ms() const {
    if (numbers_.size() == 0) return std::nullopt;
    return times_ms_[numbers_.first()];
  }
  /// Returns the log offset of the oldest text, or the greatest number if the
  /// window is empty.
  int64_t oldest_offset() const {
    if (numbers_.size() == 0) return std::numeric_limits<int64_t>::max();
    return log_offsets_[numbers_.first()];
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
  static_assert(kLanes <= 64);

  /// Four cache lines.
  struct alignas(64) Node {
    ComparedText text;
    TextNumber previous;  // previous version of the article
  };
  static_assert(sizeof(Node) == 256 && sizeof(Origin) == 48);
  struct KeyOfText {
    const Window* window;
    uint32_t operator()(TextNumber text, int lane) const;
    [[gnu::always_inline]] void Prefetch(TextNumber text, int lane) const;
  };
  /// A text that may share the key of a lane.
  struct Candidate {
    TextNumber text;
    int lane;
  };

  using Table = LaneTable<kLanes, KeyOfText>;
  using Keys = std::array<uint32_t, kLanes>;
  using SameTexts = std::unordered_map<TextNumber, std::deque<TextNumber>>;
  static Keys KeysOf(const model::Fingerprint& fingerprint);
  static uint32_t BandOf(const ComparedText& text, int lane);
  static uint32_t KeyOf(const uint8_t* band);
  static uint32_t KeyOf(const model::Hash128& hash);
  bool HasBand(const Candidate& candidate) const;

  /// Fills lookup_.
  void LookUp(const model::Fingerprint& fingerprint);
  /// Fills candidates_ with the texts of lookup_ that may share a band, in any
  /// order.
  void Gather();
  [[gnu::always_inline]] void Prefetch(TextNumber text) const;
  /// Returns the oldest candidates of each lane, lane after lane, at most the
  /// rules' maximum numbers. REQUIRES: all candidates have the band.
  std::vector<TextNumber> OldestOf(const model::RulesEntry& rules);
  void LinkBands(TextNumber text, uint64_t full_lanes);
  void LinkText(TextNumber text);
  void LinkArticle(TextNumber text);
  void UnlinkBands(TextNumber text);
  void UnlinkText(TextNumber text);
  /// Puts the next text that is equal to `oldest` into the text lane.
  void LinkNextSameText(SameTexts::iterator oldest);
  void UnlinkArticle(TextNumber text);
  void EvictOldest();
  TextNumber AddText(const Text& text);
  bool AllTextsHaveVersion(uint16_t version) const {
    return last_version_ == version && first_of_version_ <= numbers_.first();
  }
  /// Returns the lanes that were full when the text was inserted.
  uint64_t FullLanesOf(TextNumber text) const;
  /// Adds or removes a text in the digest.
  void AddToDigest(TextNumber text);
  void RemoveFromDigest(TextNumber text);
  std::array<uint64_t, 11> ElementOf(TextNumber text) const;

  TextNumbers numbers_;
  TextRing<Node> nodes_;
  TextRing<Origin> origins_;
  RisingNumbers times_ms_;
  RisingNumbers log_offsets_;
  Table table_;
  // The version of the last text, and the first of the texts before it that all
  // have this version.
  uint16_t last_version_ = 0;
  TextNumber first_of_version_ = 1;
  // Few texts have an entry in these maps.
  std::unordered_set<TextNumber> retracted_;
  std::unordered_map<TextNumber, uint64_t> left_out_;  // lanes that were full
  // The texts that are equal to an older text, by the oldest one. Only the
  // oldest text is in the text lane.
  SameTexts same_texts_;
  StateDigest digest_;
  // Memory of searches that is used again. An insertion uses what the search
  // before it has looked up.
  Table::Lookup lookup_;
  Keys coming_{};  // of the lookup after the next one
  std::vector<Candidate> candidates_;
  Neighbours neighbours_;
  NumberSet seen_;
};

}  // namespace newsmill::dedup
