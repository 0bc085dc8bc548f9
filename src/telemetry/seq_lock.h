// Defines a group of counters that change together. A reader sees all counters
// as they were before a change, or all counters as they are after the change.
// The writer is a single thread and never waits. If a change happens during a
// read, the reader reads again.
//
// The class is a sequence lock as in Boehm, "Can Seqlocks Get Along With
// Programming Language Memory Models?" (MSPC 2012), with release stores instead
// of a fence.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace newsmill::telemetry {

/// A group of `kSize` counters. One thread writes them, and any number of
/// threads read them.
template <size_t kSize>
class SeqLock {
 public:
  using Values = std::array<int64_t, kSize>;

  /// Changes several counters together. Calls `change(add)`. `change` must call
  /// `add(index, by)` for each counter that changes.
  template <typename Change>
  void Apply(Change change) {
    const uint64_t before = version_.load(std::memory_order_relaxed);
    // The version is odd while a change is in progress.
    version_.store(before + 1, std::memory_order_relaxed);
    change([this](size_t index, int64_t by) {
      std::atomic<int64_t>& value = values_[index];
      value.store(value.load(std::memory_order_relaxed) + by,
                  std::memory_order_release);
    });
    version_.store(before + 2, std::memory_order_release);
  }

  Values Read() const {
    Values values;
    while (true) {
      const uint64_t before = version_.load(std::memory_order_acquire);
      for (size_t i = 0; i < kSize; ++i) {
        values[i] = values_[i].load(std::memory_order_acquire);
      }
      const uint64_t after = version_.load(std::memory_order_relaxed);
      if (before == after && before % 2 == 0) return values;
    }
  }

 private:
  std::atomic<uint64_t> version_ = 0;
  std::array<std::atomic<int64_t>, kSize> values_{};
};

}  // namespace newsmill::telemetry
