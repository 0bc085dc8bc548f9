// Defines the hash tables that find texts by their keys. There is one table for
// each lane (see window.h), and all tables have the same shape, so that they
// grow together.
//
// The keys of a lane are divided into equal ranges. Each range has a bucket of
// two neighbouring cache lines, so that most lookups wait for the memory once:
//
//            lane 0   lane 1   …
//   row 0   [bucket] [bucket]  …    keys from 0 on
//   row 1   [bucket] [bucket]  …    the next range of keys
//     ⋮
//
//   bucket   ┌─────────────┬─────────┬─────┬──────────┐   ┌──────┬───────┬─
//            │ first spill │ entry 1 │  …  │ entry 31 │   │ next │ entry │ …
//            └──────┼──────┴─────────┴─────┴──────────┘   └──────┴───────┴─
//                   └──────────── if needed ───────────────►  spill
//
//   entry    the lowest bits of the text's number, then a tag: the lowest bits
//            of its key
//
// The entry of a text that has left the window stays where it is until another
// entry needs the place. Its number shows that it is dead. So to evict a text
// costs nothing here. An empty entry is a dead entry.
//
// A text is in most lanes, so all buckets are nearly full at the same time. The
// table doubles its number of rows when a bucket has kLoad live entries on
// average. It splits one row at a time, from the last row to the first, within
// the same array: row r becomes the rows 2r and 2r+1. So no insertion takes
// long, and no memory is needed twice. (The idea of splitting one bucket at a
// time is from linear hashing: Litwin, VLDB 1980.)
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "big_array.h"
#include "bucket_scan.h"
#include "newsmill/base/check.h"
#include "text_numbers.h"

namespace newsmill::dedup {

/// The tables of `kLanes` lanes. A key has 24 bits. `KeyOf` returns the key
/// with which a text was added to a lane. Not thread-safe.
template <int kLanes, typename KeyOf>
class LaneTable {
 public:
  using Key = uint32_t;
  static constexpr int kKeyBits = 24;
  /// The average number of entries of a full bucket and its spills. With more
  /// entries, many lookups need spills. With fewer entries, memory is not used.
  static constexpr size_t kLoad = 32;
  /// With this number of bits for the number of a text, five bits are left for
  /// its tag.
  static constexpr int kMostNumberBits = 27;

  /// `numbers` are the texts in the window. They must outlive the table.
  LaneTable(const TextNumbers& numbers, KeyOf key_of)
      : numbers_(numbers), key_of_(key_of) {
    SetRows(kFewestRows);
  }

  /// Chooses the shape that needs the least memory when each lane has `texts`
  /// entries. The table may get more entries. Makes room for `first_texts`
  /// entries at once. REQUIRES: the table is empty.
  void SizeFor(size_t texts, size_t first_texts) {
    size_t rows = std::max(texts / kLoad + 1, kFewestRows);
    // Doubled again and again, the first number of rows gives the last one.
    while (rows >= 2 * kFewestRows && rows / 2 * kLoad > first_texts) {
      rows = (rows + 1) / 2;
    }
    SetRows(rows);
    SetNumberBits(NumberBitsFor(texts));
  }

  /// The keys of a text, and what their buckets contain, by lane.
  struct Lookup {
    std::array<Key, kLanes> keys{};
    std::array<size_t, kLanes> buckets{};
    std::array<Found, kLanes> found{};
  };

  /// To be called before a text gets its number: makes room for one more entry
  /// in each lane.
  void MakeRoom() {
    const size_t texts = numbers_.size() + 1;
    if (NumberBitsFor(texts) > 32 - tag_bits_) Widen(NumberBitsFor(texts));
    Sweep();
    const bool splitting = unsplit_ < rows_;
    if (!splitting && texts <= kLoad * rows_) return;
    if (splitting && ++texts_since_split_ < kTextsPerSplit) return;
    texts_since_split_ = 0;
    SplitLastRow();
  }

  /// Adds an entry. REQUIRES: `text` is in the window.
  void Add(int lane, Key key, TextNumber text) {
    Put(BucketOf(lane, key), EntryOf(text, key));
  }
  /// Fills `lookup` from its keys. The result is valid until the table changes.
  /// In the meantime, loads the buckets of `coming` into the processor's cache:
  /// the keys of the lookup after this one.
  void LookUp(Lookup& lookup, const std::array<Key, kLanes>& coming) const;
  /// Adds an entry to each lane whose bit is set in `lanes`. Much faster than
  /// Add for each lane. REQUIRES: as Add. Changes the table.
  void AddToLanes(const Lookup& lookup, uint64_t lanes, TextNumber text);

  /// Removes an entry. REQUIRES: the lane has the entry.
  void Remove(int lane, Key key, TextNumber text) {
    Find(BucketOf(lane, key), EntryOf(text, key)) = DeadEntry();
  }
  /// Replaces the text of an entry. REQUIRES: as Add and Remove.
  void Replace(int lane, Key key, TextNumber text, TextNumber by) {
    Find(BucketOf(lane, key), EntryOf(text, key)) = EntryOf(by, key);
  }

  /// Calls `visit` with the texts of the window that may have `key` in this
  /// lane, in any order. Some of them have other keys.
  template <typename Visit>
  void VisitTexts(int lane, Key key, Visit visit) const {
    const Bucket& bucket = buckets_[BucketOf(lane, key)];
    VisitPlaces(bucket, Scan(bucket, key & TagMask()).alike, visit);
    for (Link link = bucket[kLink]; link != 0; link = spills_[link][kLink]) {
      VisitSpill(spills_[link], key & TagMask(), visit);
    }
  }
  /// Returns whether VisitTexts and VisitLanes pass only texts that have the
  /// key. So it is when the table has about the number of texts of SizeFor.
  bool HasWholeKeys() const {
    return size_t{1} << kKeyBits <= rows_ << tag_bits_;
  }
  /// Calls `visit` with a lane and a text for each lane below `end_lane` and
  /// each text that may have the key of this lane, in any order.
  template <typename Visit>
  void VisitLanes(const Lookup& lookup, size_t end_lane, Visit visit) const;

  int64_t bytes() const { return buckets_.bytes() + spills_.bytes(); }

 private:
  using Entry = uint32_t;
  using Link = uint32_t;              // number of a spill; 0: none
  static constexpr size_t kLink = 0;  // place of the link
  static constexpr size_t kFirstEntry = 1;
  static constexpr uint32_t kSpillPlaces = 0xFE;  // a bit for each entry

  static constexpr size_t kFewestRows = 128;
  /// All rows must be split before the table is full again, that is, while
  /// kLoad texts are added for each row.
  static constexpr size_t kTextsPerSplit = kLoad / 2;

  static size_t FirstOf(uint32_t places) {
    return static_cast<size_t>(std::countr_zero(places));
  }
  /// Returns a number of bits for which at most two thirds of all numbers
  /// belong to texts of the window. Before the bits of a dead number are used
  /// again, Sweep visits all buckets. A tag needs no more bits than the keys of
  /// a row; the other bits are better used for numbers.
  static int NumberBitsFor(size_t texts) {
    const size_t rows = std::max(texts / kLoad, kFewestRows);
    const auto tag_bits =
        static_cast<int>(std::bit_width((size_t{1} << kKeyBits) / rows));
    const auto needed = static_cast<int>(std::bit_width(texts + texts / 2));
    NEWSMILL_CHECK(needed <= kMostNumberBits);
    return std::clamp(32 - tag_bits, std::max(16, needed), kMostNumberBits);
  }
  void SetNumberBits(int bits) { tag_bits_ = 32 - bits; }

  Entry TagMask() const { return (Entry{1} << tag_bits_) - 1; }
  Entry EntryOf(TextNumber text, Key tag) const {
    return static_cast<Entry>(text << tag_bits_) | (tag & TagMask());
  }
  // A text has the age 1 if its number is the last one. If e is an entry and E
  // is the entry of `end` with the tag 0, then E-e is the age, shifted by the
  // bits of the tag, minus the tag. The difference does not overflow, because
  // all numbers are taken modulo the same power of two.
  Entry EndEntry() const { return EntryOf(numbers_.end(), 0); }
  Entry GreatestAge() const {
    return static_cast<Entry>(numbers_.size() << tag_bits_);
  }
  bool IsLive(Entry entry) const {
    const Entry age = EndEntry() - entry;
    return age <= GreatestAge() && age != 0;
  }
  TextNumber TextOf(Entry live) const {
    const Entry age = EndEntry() - (live & ~TagMask());
    return numbers_.end() - (age >> tag_bits_);
  }
  /// Returns the entry of the text that was the last to leave the window.
  Entry DeadEntry() const { return EntryOf(numbers_.first() - 1, 0); }

  template <typename Entries, typename Visit>
  void VisitPlaces(const Entries& entries, uint32_t places,
                   Visit& visit) const {
    for (; places != 0; places &= places - 1) {
      const Entry entry = entries[FirstOf(places)];
      if (IsLive(entry)) visit(TextOf(entry));
    }
  }
  template <typename Visit>
  void VisitSpill(const Spill& spill, Entry tag, Visit& visit) const {
    VisitPlaces(spill, ScanSpill(spill, tag, SoughtNow()).alike, visit);
  }

  Sought SoughtNow() const {
    return {.tag_mask = TagMask(),
            .end = EndEntry(),
            .greatest_age = GreatestAge()};
  }
  Found Scan(const Bucket& bucket, Entry tag) const {
    const Bucket* const scanned = &bucket;
    Found found;
    ScanBuckets({&scanned, 1}, {&tag, 1}, SoughtNow(), {}, {&found, 1});
    return found;
  }
  uint32_t DeadPlaces(const Bucket& bucket) const {
    return Scan(bucket, 0).dead;
  }
  uint32_t DeadPlaces(const Spill& spill) const {
    return ScanSpill(spill, 0, SoughtNow()).dead;
  }

  void SetRows(size_t rows) {
    rows_ = unsplit_ = rows;
    buckets_.GrowTo(rows * kLanes);
  }
  /// Rows below unsplit_ have their place of before the splitting.
  size_t RowOf(Key key) const {
    const size_t row = uint64_t{key} * rows_ >> kKeyBits;
    return row < unsplit_ ? row : uint64_t{key} * (2 * rows_) >> kKeyBits;
  }
  size_t BucketOf(int lane, Key key) const {
    return RowOf(key) * kLanes + static_cast<size_t>(lane);
  }

  /// Returns the least key of a row.
  static Key FirstKeyOf(size_t row, size_t rows) {
    return static_cast<Key>(((row << kKeyBits) + rows - 1) / rows);
  }

  Entry& Find(size_t bucket, Entry entry);
  void Put(size_t bucket, Entry entry);
  /// Moves an entry from a spill to the free place `place`, and frees the spill
  /// if this was its last entry.
  void TakeFromSpill(Bucket& bucket, size_t place);
  void AddSpill(size_t bucket, Entry entry);
  void FreeSpill(Link link);
  /// Moves the live entries of a bucket to `taken_`.
  void TakeAll(size_t bucket);
  void Sweep();
  void SplitLastRow();
  void Widen(int number_bits);

  const TextNumbers& numbers_;
  KeyOf key_of_;
  BigArray<Bucket> buckets_;
  BigArray<Spill> spills_;
  Link free_spill_ = 0;  // the first free spill, linked to the next one
  size_t rows_ = 0;
  // While rows are split: the rows below `unsplit_` are not split yet.
  // Otherwise equal to rows_.
  size_t unsplit_ = 0;
  size_t texts_since_split_ = 0;
  size_t swept_ = 0;  // the next bucket that Sweep visits
  int tag_bits_ = 16;
  std::vector<Entry> taken_;  // memory that is used again
};

// ------------------------------------------------------------- definitions

template <int kLanes, typename KeyOf>
auto LaneTable<kLanes, KeyOf>::Find(size_t bucket, Entry entry) -> Entry& {
  Bucket& entries = buckets_[bucket];
  const auto found =
      std::find(entries.begin() + kFirstEntry, entries.end(), entry);
  if (found != entries.end()) return *found;
  for (Link link = entries[kLink];; link = spills_[link][kLink]) {
    NEWSMILL_CHECK(link != 0);
    Spill& spill = spills_[link];
    const auto place =
        std::find(spill.begin() + kFirstEntry, spill.end(), entry);
    if (place != spill.end()) return *place;
  }
}

// A processor guesses how a branch goes before it knows. In these functions the
// contents of 60 buckets decide, so every second guess would be wrong, and
// would cost more than the work. So their first loops have no branches: they
// make lists for the loops that follow.

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::LookUp(
    Lookup& lookup, const std::array<Key, kLanes>& coming) const {
  std::array<const Bucket*, kLanes> buckets;
  std::array<const Bucket*, kLanes> coming_buckets;
  std::array<Entry, kLanes> tags;
  for (size_t lane = 0; lane < kLanes; ++lane) {
    lookup.buckets[lane] = BucketOf(static_cast<int>(lane), lookup.keys[lane]);
    buckets[lane] = &buckets_[lookup.buckets[lane]];
    tags[lane] = lookup.keys[lane] & TagMask();
    coming_buckets[lane] =
        &buckets_[BucketOf(static_cast<int>(lane), coming[lane])];
  }
  ScanBuckets(buckets, tags, SoughtNow(), coming_buckets, lookup.found);
  for (const Bucket* bucket : buckets) {
    __builtin_prefetch(&spills_[(*bucket)[kLink]]);
  }
}

template <int kLanes, typename KeyOf>
template <typename Visit>
void LaneTable<kLanes, KeyOf>::VisitLanes(const Lookup& lookup, size_t end_lane,
                                          Visit visit) const {
  struct Spilled {
    size_t lane;
    Link link;
  };
  std::array<size_t, kLanes> found;  // lanes
  std::array<Spilled, kLanes> spilled;
  size_t found_count = 0;
  size_t spilled_count = 0;
  for (size_t lane = 0; lane < end_lane; ++lane) {
    found[found_count] = lane;
    found_count += lookup.found[lane].alike != 0 ? 1 : 0;
    const Link link = buckets_[lookup.buckets[lane]][kLink];
    spilled[spilled_count] = {lane, link};
    spilled_count += link != 0 ? 1 : 0;
  }
  for (const size_t lane : std::span(found).first(found_count)) {
    const auto visit_text = [&](TextNumber text) { visit(lane, text); };
    VisitPlaces(buckets_[lookup.buckets[lane]], lookup.found[lane].alike,
                visit_text);
  }
  // Visits the first spill of each lane, then the second ones, and so on, so
  // that the next ones arrive in the meantime.
  while (spilled_count > 0) {
    size_t next_count = 0;
    for (const Spilled& one : std::span(spilled).first(spilled_count)) {
      const size_t lane = one.lane;
      const Spill& spill = spills_[one.link];
      const auto visit_text = [&](TextNumber text) { visit(lane, text); };
      VisitSpill(spill, lookup.keys[lane] & TagMask(), visit_text);
      __builtin_prefetch(&spills_[spill[kLink]]);
      spilled[next_count] = {lane, spill[kLink]};
      next_count += spill[kLink] != 0 ? 1 : 0;
    }
    spilled_count = next_count;
  }
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::AddToLanes(const Lookup& lookup, uint64_t lanes,
                                          TextNumber text) {
  std::array<size_t, kLanes> full;
  std::array<size_t, kLanes> shrinking;
  size_t full_count = 0;
  size_t shrinking_count = 0;
  Entry ignored = 0;
  for (; lanes != 0; lanes &= lanes - 1) {
    const auto lane = static_cast<size_t>(std::countr_zero(lanes));
    Bucket& bucket = buckets_[lookup.buckets[lane]];
    const uint32_t dead = lookup.found[lane].dead;
    // Without a dead entry, FirstOf returns 32.
    Entry& entry = dead != 0 ? bucket[FirstOf(dead) % 32] : ignored;
    entry = EntryOf(text, lookup.keys[lane]);
    full[full_count] = lane;
    full_count += dead == 0 ? 1 : 0;
    shrinking[shrinking_count] = lane;
    const bool has_two = (dead & (dead - 1)) != 0;
    shrinking_count += static_cast<size_t>(has_two & (bucket[kLink] != 0));
  }
  for (const size_t lane : std::span(full).first(full_count)) {
    AddSpill(lookup.buckets[lane], EntryOf(text, lookup.keys[lane]));
  }
  for (const size_t lane : std::span(shrinking).first(shrinking_count)) {
    const uint32_t dead = lookup.found[lane].dead;
    TakeFromSpill(buckets_[lookup.buckets[lane]], FirstOf(dead & (dead - 1)));
  }
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::Put(size_t bucket, Entry entry) {
  Bucket& entries = buckets_[bucket];
  const uint32_t free = DeadPlaces(entries);
  if (free == 0) {
    AddSpill(bucket, entry);
    return;
  }
  entries[FirstOf(free)] = entry;
  const uint32_t others = free & (free - 1);
  if (others != 0 && entries[kLink] != 0) {
    TakeFromSpill(entries, FirstOf(others));
  }
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::TakeFromSpill(Bucket& bucket, size_t place) {
  const Link link = bucket[kLink];
  Spill& spill = spills_[link];
  const uint32_t live = kSpillPlaces & ~DeadPlaces(spill);
  if (live != 0) {
    Entry& taken = spill[FirstOf(live)];
    bucket[place] = std::exchange(taken, DeadEntry());
  }
  const bool is_empty = (live & (live - 1)) == 0;
  if (!is_empty) return;
  bucket[kLink] = spill[kLink];
  FreeSpill(link);
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::AddSpill(size_t bucket, Entry entry) {
  const Link first = buckets_[bucket][kLink];
  if (first != 0) {
    const uint32_t dead = DeadPlaces(spills_[first]);
    if (dead != 0) {
      spills_[first][FirstOf(dead)] = entry;
      return;
    }
  }
  if (free_spill_ == 0) {
    free_spill_ = static_cast<Link>(std::max<size_t>(spills_.size(), 1));
    spills_.GrowTo(free_spill_ + 1);
  }
  const Link link = free_spill_;
  free_spill_ = spills_[link][kLink];
  __builtin_prefetch(&spills_[free_spill_], 1);
  spills_[link].fill(DeadEntry());
  spills_[link][kLink] = first;
  spills_[link][kFirstEntry] = entry;
  buckets_[bucket][kLink] = link;
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::FreeSpill(Link link) {
  spills_[link][kLink] = free_spill_;
  free_spill_ = link;
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::TakeAll(size_t bucket) {
  taken_.clear();
  const auto take = [this](const auto& entries) {
    for (size_t i = kFirstEntry; i < entries.size(); ++i) {
      if (IsLive(entries[i])) taken_.push_back(entries[i]);
    }
  };
  take(buckets_[bucket]);
  for (Link link = buckets_[bucket][kLink]; link != 0;) {
    take(spills_[link]);
    const Link next = spills_[link][kLink];
    FreeSpill(link);
    link = next;
  }
  buckets_[bucket].fill(DeadEntry());
  buckets_[bucket][kLink] = 0;
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::Sweep() {
  // The bits of the number of a dead text are used again after a third of all
  // numbers or more. Until then, Sweep visits all buckets, and gives the dead
  // entries a number that is dead for long.
  const size_t spare = (size_t{1} << (32 - tag_bits_)) / 3;
  const size_t count = buckets_.size() / spare + 1;
  for (size_t left = count; left > 0; --left) {
    if (++swept_ >= buckets_.size()) swept_ = 0;
    Bucket& bucket = buckets_[swept_];
    // For the next calls.
    const size_t last = buckets_.size() - 1;
    __builtin_prefetch(
        &spills_[buckets_[std::min(swept_ + count, last)][kLink]]);
    __builtin_prefetch(&buckets_[std::min(swept_ + 2 * count, last)]);
    for (uint32_t free = DeadPlaces(bucket); free != 0; free &= free - 1) {
      bucket[FirstOf(free)] = DeadEntry();
    }
    for (Link link = bucket[kLink]; link != 0; link = spills_[link][kLink]) {
      Spill& spill = spills_[link];
      for (uint32_t dead = DeadPlaces(spill); dead != 0; dead &= dead - 1) {
        spill[FirstOf(dead)] = DeadEntry();
      }
    }
  }
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::SplitLastRow() {
  buckets_.GrowTo(2 * rows_ * kLanes);
  const size_t row = --unsplit_;
  // If the keys of the row have different tags, a tag shows the whole key.
  const Key first_key = FirstKeyOf(row, rows_);
  const Key middle_key = FirstKeyOf(2 * row + 1, 2 * rows_);
  const bool tag_tells_half =
      FirstKeyOf(row + 1, rows_) - first_key <= TagMask();
  for (size_t lane = 0; lane < kLanes; ++lane) {
    TakeAll(row * kLanes + lane);
    for (const size_t half : {2 * row, 2 * row + 1}) {
      buckets_[half * kLanes + lane].fill(DeadEntry());
      buckets_[half * kLanes + lane][kLink] = 0;
    }
    if (tag_tells_half) {
      for (const Entry entry : taken_) {
        const bool upper =
            ((entry - first_key) & TagMask()) >= middle_key - first_key;
        Put((2 * row + (upper ? 1 : 0)) * kLanes + lane, entry);
      }
      continue;
    }
    for (const Entry entry : taken_) {
      key_of_.Prefetch(TextOf(entry), static_cast<int>(lane));
    }
    for (const Entry entry : taken_) {
      const Key key = key_of_(TextOf(entry), static_cast<int>(lane));
      Put(BucketOf(static_cast<int>(lane), key), entry);
    }
  }
  if (unsplit_ == 0) rows_ = unsplit_ = 2 * rows_;
}

template <int kLanes, typename KeyOf>
void LaneTable<kLanes, KeyOf>::Widen(int number_bits) {
  const int tag_bits = tag_bits_;
  for (size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
    tag_bits_ = tag_bits;
    TakeAll(bucket);
    const Entry tags = TagMask();
    std::vector<std::pair<TextNumber, Key>> texts;
    texts.reserve(taken_.size());
    for (const Entry entry : taken_) {
      texts.emplace_back(TextOf(entry), entry & tags);
    }
    SetNumberBits(number_bits);
    buckets_[bucket].fill(DeadEntry());
    buckets_[bucket][kLink] = 0;
    for (const auto& [text, tag] : texts) Put(bucket, EntryOf(text, tag));
  }
}

}  // namespace newsmill::dedup
