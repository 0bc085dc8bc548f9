// Defines an array of numbers that rise slowly, such as times and offsets.
#pragma once

#include <cstdint>
#include <map>

#include "text_numbers.h"
#include "text_ring.h"

namespace newsmill::dedup {

/// One number for each text of the window. Needs four bytes for a number that
/// is at most 2³²-2 above that of a text shortly before. Other numbers are
/// possible, but need more memory. Not thread-safe.
class RisingNumbers {
 public:
  int64_t operator[](TextNumber text) const {
    const uint32_t above = above_[text];
    if (above == kFar) return far_.at(text);
    return bases_[text >> kBlockBits] + above;
  }

  /// Adds the number of the text that follows the last one.
  void Add(TextNumber text, int64_t number) {
    const TextNumber block = text >> kBlockBits;
    if (block >= end_block_) {
      bases_.Add(block);
      bases_[block] = number;
      end_block_ = block + 1;
    }
    const int64_t base = bases_[block];
    const uint64_t above =
        static_cast<uint64_t>(number) - static_cast<uint64_t>(base);
    const bool is_far = number < base || above >= kFar;
    above_.Add(text);
    above_[text] = is_far ? kFar : static_cast<uint32_t>(above);
    if (is_far) far_[text] = number;
  }
  /// Forgets the numbers of the texts below `text`.
  void RemoveBelow(TextNumber text) {
    above_.RemoveBelow(text);
    bases_.RemoveBelow(text >> kBlockBits);
    far_.erase(far_.begin(), far_.lower_bound(text));
  }

  int64_t bytes() const { return above_.bytes() + bases_.bytes(); }

 private:
  static constexpr int kBlockBits = 10;
  static constexpr uint32_t kFar = ~uint32_t{0};

  TextRing<uint32_t> above_;  // differences to the base of the block
  TextRing<int64_t> bases_;   // by block
  uint64_t end_block_ = 0;
  std::map<TextNumber, int64_t> far_;
};

}  // namespace newsmill::dedup
