// Defines a hash table in which several elements may have the same hash. The
// table returns elements in the order in which they were added. An element
// needs four bytes and a part of a bucket. The table grows by one bucket at a
// time (linear hashing: Litwin, VLDB 1980), so that no insertion takes long.
#pragma once

#include <cstdint>
#include <span>

#include "chunked.h"

namespace newsmill::dedup {

/// A table of elements. An element is a small number. The caller chooses this
/// number and a hash for it. The elements of a bucket form a ring. The bucket
/// points to its youngest element:
///
///   tails_[b] ─► youngest ─next─► oldest ─next─► … ─next─► youngest
///
/// `HashOf` returns the hash with which an element was added. Not thread-safe.
template <typename HashOf>
class ChainTable {
 public:
  using Element = uint32_t;
  static constexpr Element kNone = UINT32_MAX;
  static constexpr uint64_t kElementsPerBucket = 2;

  explicit ChainTable(HashOf hash_of) : hash_of_(hash_of) {
    tails_.GrowTo(1);
    tails_[0] = kNone;
  }

  /// Makes room for the elements with numbers below `count`.
  void Reserve(size_t count) { next_.GrowTo(count); }

  void Add(Element element, uint64_t hash) {
    Append(BucketOf(hash), element);
    ++size_;
    if (size_ > tails_.size() * kElementsPerBucket) SplitOne();
  }

  /// Removes an element. REQUIRES: `element` was added with `hash`.
  void Remove(Element element, uint64_t hash) {
    Element& tail = tails_[BucketOf(hash)];
    Element before = tail;
    while (next_[before] != element) before = next_[before];
    if (before == element) {
      tail = kNone;
    } else {
      next_[before] = next_[element];
      if (tail == element) tail = before;
    }
    --size_;
  }

  /// Calls `visit` with each element of the hash's bucket, oldest first. Stops
  /// when `visit` returns false. The bucket may also contain elements with
  /// other hashes.
  template <typename Visit>
  void VisitBucket(uint64_t hash, Visit visit) const {
    const Element tail = tails_[BucketOf(hash)];
    if (tail == kNone) return;
    Element element = tail;
    do {
      element = next_[element];
    } while (visit(element) && element != tail);
  }

  /// Loads the buckets of `hashes` into the processor's cache, all at the same
  /// time. Without this call, nearly every read of a bucket waits for the main
  /// memory.
  void Prefetch(std::span<const uint64_t> hashes) const {
    for (const uint64_t hash : hashes) {
      __builtin_prefetch(&tails_[BucketOf(hash)]);
    }
    for (const uint64_t hash : hashes) {
      const Element tail = tails_[BucketOf(hash)];
      if (tail != kNone) __builtin_prefetch(&next_[tail]);
    }
    for (const uint64_t hash : hashes) {
      const Element tail = tails_[BucketOf(hash)];
      if (tail != kNone) __builtin_prefetch(&next_[next_[tail]]);
    }
  }

  int64_t bytes() const { return tails_.bytes() + next_.bytes(); }

 private:
  size_t BucketOf(uint64_t hash) const {
    const size_t bucket = hash & (2 * level_ - 1);
    return bucket < tails_.size() ? bucket : bucket - level_;
  }

  void Append(size_t bucket, Element element) {
    Element& tail = tails_[bucket];
    if (tail == kNone) {
      next_[element] = element;
    } else {
      next_[element] = next_[tail];
      next_[tail] = element;
    }
    tail = element;
  }

  /// Adds a bucket, and moves about half of the elements of an earlier bucket
  /// to the new bucket. (Linear hashing splits the buckets one after another.)
  void SplitOne() {
    const size_t added = tails_.size();
    const size_t split = added - level_;
    tails_.GrowTo(added + 1);
    tails_[added] = kNone;
    if (tails_.size() == 2 * level_) level_ *= 2;
    const Element tail = tails_[split];
    if (tail == kNone) return;
    tails_[split] = kNone;
    Element element = next_[tail];
    while (true) {
      const Element following = next_[element];
      const bool last = element == tail;
      Append(BucketOf(hash_of_(element)), element);
      if (last) break;
      element = following;
    }
  }

  HashOf hash_of_;
  Chunked<Element, 14> tails_;
  Chunked<Element, 14> next_;
  size_t level_ = 1;  // a power of two; tails_.size() is in [level_, 2 level_)
  uint64_t size_ = 0;
};

}  // namespace newsmill::dedup
