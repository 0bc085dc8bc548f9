// Computes the digest of a state: a sum over the elements of the state, so that
// a change of one element changes the digest in constant time, and the order of
// the elements does not matter.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "newsmill/model/hash128.h"
#include "newsmill/model/identity.h"

namespace newsmill::dedup {

/// The sum of the hashes of the elements, each half modulo 2^64. An element is
/// a list of words; the first word should tell its kind. (Bellare, Micciancio:
/// A New Paradigm for Collision-free Hashing, EUROCRYPT 1997: AdHash. It
/// detects mistakes. It does not protect against an attacker, who could write
/// the entries themselves.)
class StateDigest {
 public:
  template <size_t kWords>
  void Add(const std::array<uint64_t, kWords>& element) {
    const model::Hash128 hash = HashOfWords(element);
    sum_.high += hash.high;
    sum_.low += hash.low;
  }
  template <size_t kWords>
  void Remove(const std::array<uint64_t, kWords>& element) {
    const model::Hash128 hash = HashOfWords(element);
    sum_.high -= hash.high;
    sum_.low -= hash.low;
  }
  void Add(const StateDigest& other) {
    sum_.high += other.sum_.high;
    sum_.low += other.sum_.low;
  }
  const model::Hash128& value() const { return sum_; }

 private:
  template <size_t kWords>
  static model::Hash128 HashOfWords(std::array<uint64_t, kWords> words) {
    if constexpr (std::endian::native == std::endian::big) {
      for (uint64_t& word : words) word = __builtin_bswap64(word);
    }
    return model::HashOf(
        {reinterpret_cast<const char*>(words.data()), sizeof(words)});
  }

  model::Hash128 sum_;
};

}  // namespace newsmill::dedup
