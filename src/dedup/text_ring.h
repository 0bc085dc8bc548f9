// Defines an array of the texts in the window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "big_array.h"
#include "text_numbers.h"

namespace newsmill::dedup {

/// Elements with consecutive numbers. New elements are added at the end, and
/// the oldest elements are removed. The memory of removed elements is used
/// again, a chunk of elements at a time. Not thread-safe.
template <typename T>
class TextRing {
 public:
  T& operator[](TextNumber number) { return elements_[PlaceOf(number)]; }
  const T& operator[](TextNumber number) const {
    return elements_[PlaceOf(number)];
  }

  /// Makes room for the element with the number `number`, which follows the
  /// last one.
  void Add(TextNumber number) {
    if (first_chunk_ == end_chunk_) {
      first_chunk_ = end_chunk_ = number >> kChunkBits;
    }
    if (number >> kChunkBits < end_chunk_) return;
    if (end_chunk_ - first_chunk_ == chunks_.size()) GrowDirectory();
    ChunkAt(end_chunk_++) = TakeChunk();
  }
  /// Forgets the elements below `number`.
  void RemoveBelow(TextNumber number) {
    while (first_chunk_ < end_chunk_ && first_chunk_ < number >> kChunkBits) {
      free_.push_back(ChunkAt(first_chunk_++));
    }
  }

  int64_t bytes() const { return elements_.bytes(); }

 private:
  static constexpr int kChunkBits = 10;

  size_t PlaceOf(TextNumber number) const {
    const size_t chunk = chunks_[(number >> kChunkBits) & (chunks_.size() - 1)];
    return chunk << kChunkBits | (number & ((1U << kChunkBits) - 1));
  }
  uint32_t& ChunkAt(uint64_t chunk) {
    return chunks_[chunk & (chunks_.size() - 1)];
  }
  uint32_t TakeChunk() {
    if (!free_.empty()) {
      const uint32_t chunk = free_.back();
      free_.pop_back();
      return chunk;
    }
    const size_t chunk = elements_.size() >> kChunkBits;
    elements_.GrowTo((chunk + 1) << kChunkBits);
    return static_cast<uint32_t>(chunk);
  }
  void GrowDirectory() {
    std::vector<uint32_t> old(2 * chunks_.size());
    old.swap(chunks_);
    for (uint64_t i = first_chunk_; i < end_chunk_; ++i) {
      ChunkAt(i) = old[i & (old.size() - 1)];
    }
  }

  BigArray<T> elements_;
  // The places of the chunks [first_chunk_, end_chunk_): a ring. Its size is a
  // power of two.
  std::vector<uint32_t> chunks_ = std::vector<uint32_t>(16);
  uint64_t first_chunk_ = 0;
  uint64_t end_chunk_ = 0;
  std::vector<uint32_t> free_;
};

}  // namespace newsmill::dedup
