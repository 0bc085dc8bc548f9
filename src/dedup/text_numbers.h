// Defines the numbers of the texts in the window.
#pragma once

#include <cstdint>

namespace newsmill::dedup {

/// The number of a text. Texts are numbered from 1 on in the order of the log.
/// A number is never used again. 0: no text.
using TextNumber = uint64_t;

/// The numbers of the texts in the window: [first, end). The oldest text always
/// leaves first, so its number shows whether a text is still in the window.
class TextNumbers {
 public:
  TextNumber first() const { return first_; }
  TextNumber end() const { return end_; }
  uint64_t size() const { return end_ - first_; }
  bool Contains(TextNumber number) const {
    return number >= first_ && number < end_;
  }

  TextNumber Add() { return end_++; }
  void RemoveOldest() { ++first_; }

 private:
  TextNumber first_ = 1;
  TextNumber end_ = 1;
};

}  // namespace newsmill::dedup
