// Puts the messages of a partition back in order, because extraction threads
// finish them in any order.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

#include "newsmill/base/check.h"

namespace newsmill::pipeline {

/// Returns items in the order of their sequence numbers. Intake assigns these
/// numbers. They start at 0 and have no gaps, although offsets may have gaps.
/// Exactly one item is added for each number. Not thread-safe.
///
///   window_:  [ next_ ][ next_+1 ][ next_+2 ] …   empty = not finished yet
template <typename T>
class InOrder {
 public:
  void Finish(uint64_t sequence, T item) {
    NEWSMILL_CHECK(sequence >= next_);
    const size_t index = sequence - next_;
    if (index >= window_.size()) window_.resize(index + 1);
    NEWSMILL_CHECK(!window_[index].has_value());
    window_[index] = std::move(item);
  }

  /// Returns the next item in order, or nothing if it is not finished.
  std::optional<T> TakeNext() {
    if (window_.empty() || !window_.front().has_value()) return std::nullopt;
    std::optional<T> item = std::move(window_.front());
    window_.pop_front();
    ++next_;
    return item;
  }

  /// Empties the window and starts at 0 again. Calls `drop` with each finished
  /// item.
  template <typename Drop>
  void Clear(Drop drop) {
    for (std::optional<T>& item : window_) {
      if (item) drop(std::move(*item));
    }
    window_.clear();
    next_ = 0;
  }

 private:
  uint64_t next_ = 0;
  std::deque<std::optional<T>> window_;
};

}  // namespace newsmill::pipeline
