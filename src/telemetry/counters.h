// Defines counters and histograms that one thread writes and any thread may
// read. Neither writing nor reading needs a lock or an atomic read-modify-write
// instruction.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace newsmill::telemetry {

class Counter {
 public:
  void Add(int64_t by) {
    value_.store(value() + by, std::memory_order_relaxed);
  }
  int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<int64_t> value_ = 0;
};

// The upper bounds of the buckets of a histogram, in seconds and in ascending
// order.
inline constexpr std::array kStageBounds = {
    0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
    0.05,   0.1,    0.25,  0.5,    1.0,   2.5,  10.0};
inline constexpr std::array kCommitBounds = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0};
inline constexpr std::array kEndToEndBounds = {
    0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0};

/// The sum of the histograms of several threads.
template <const auto& kBounds>
struct HistogramSum {
  // The number of values in each bucket. The last bucket is for values above
  // all bounds.
  std::array<int64_t, kBounds.size() + 1> counts{};
  double seconds = 0;
};

template <const auto& kBounds>
class HistogramCounter {
 public:
  void Observe(std::chrono::nanoseconds time) {
    const std::chrono::duration<double> seconds = time;
    const auto bound = std::ranges::lower_bound(kBounds, seconds.count());
    counts_[static_cast<size_t>(bound - kBounds.begin())].Add(1);
    nanoseconds_.Add(time.count());
  }
  void AddTo(HistogramSum<kBounds>& sum) const {
    for (size_t i = 0; i < counts_.size(); ++i) {
      sum.counts[i] += counts_[i].value();
    }
    sum.seconds += static_cast<double>(nanoseconds_.value()) / 1e9;
  }

 private:
  std::array<Counter, kBounds.size() + 1> counts_;
  Counter nanoseconds_;
};

}  // namespace newsmill::telemetry
