// Defines an array that grows and never moves its elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace newsmill::dedup {

/// An array that grows by one chunk at a time, without copies of its elements.
/// New elements are value-initialised.
template <typename T, unsigned kChunkBits>
class Chunked {
 public:
  T& operator[](size_t i) { return chunks_[i >> kChunkBits][i & kMask]; }
  const T& operator[](size_t i) const {
    return chunks_[i >> kChunkBits][i & kMask];
  }
  size_t size() const { return size_; }
  void GrowTo(size_t size) {
    while (chunks_.size() << kChunkBits < size) {
      chunks_.push_back(std::make_unique<T[]>(size_t{1} << kChunkBits));
    }
    size_ = size;
  }
  int64_t bytes() const {
    return static_cast<int64_t>((chunks_.size() << kChunkBits) * sizeof(T));
  }

 private:
  static constexpr size_t kMask = (size_t{1} << kChunkBits) - 1;
  std::vector<std::unique_ptr<T[]>> chunks_;
  size_t size_ = 0;
};

}  // namespace newsmill::dedup
