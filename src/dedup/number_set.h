// Defines a set of text numbers that is filled and emptied for each search.
#pragma once

#include <bit>
#include <cstddef>
#include <vector>

#include "text_numbers.h"

namespace newsmill::dedup {

/// A hash table with linear probing. Clear takes as long as the calls of Add
/// since the last Clear. Not thread-safe.
class NumberSet {
 public:
  void Clear() {
    for (const size_t place : used_) places_[place] = 0;
    used_.clear();
  }

  /// Adds a number. Returns false if the set has it already.
  bool Add(TextNumber number) {
    if (2 * (used_.size() + 1) > places_.size()) Grow();
    const size_t place = PlaceOf(number);
    if (places_[place] == number) return false;
    places_[place] = number;
    used_.push_back(place);
    return true;
  }

 private:
  /// Returns the place of the number, or the place for it.
  size_t PlaceOf(TextNumber number) const {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    size_t place = number * 0x9e3779b97f4a7c15ULL >> shift_;
    while (places_[place] != 0 && places_[place] != number) {
      place = (place + 1) & (places_.size() - 1);
    }
    return place;
  }
  void Grow() {
    std::vector<TextNumber> old(2 * places_.size());
    old.swap(places_);
    --shift_;
    for (size_t& place : used_) {
      const TextNumber number = old[place];
      place = PlaceOf(number);
      places_[place] = number;
    }
  }

  std::vector<TextNumber> places_ = std::vector<TextNumber>(256);
  int shift_ = 64 - 8;
  std::vector<size_t> used_;
};

}  // namespace newsmill::dedup
