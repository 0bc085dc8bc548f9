// Shows other threads whether a thread works, and since when.
#pragma once

#include <atomic>
#include <chrono>

namespace newsmill::pipeline {

/// A heartbeat. One thread beats, and any thread reads. No lock.
class Heartbeat {
 public:
  using Clock = std::chrono::steady_clock;

  /// Records a beat and returns the time. Call it while the thread works, at
  /// least once a minute.
  Clock::time_point Beat() {
    const Clock::time_point now = CountWork();
    beat_.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    return now;
  }
  /// Records that the thread rests. Call it before the thread waits for work,
  /// for any time.
  void Rest() {
    (void)CountWork();
    beat_.store(kRests, std::memory_order_relaxed);
  }

  /// Returns the total working time up to the last beat.
  Clock::duration busy() const {
    return Clock::duration(busy_.load(std::memory_order_relaxed));
  }
  /// Returns the time for which the thread has worked without a beat. Zero
  /// while the thread rests.
  Clock::duration silence(Clock::time_point now) const {
    const Clock::rep beat = beat_.load(std::memory_order_relaxed);
    if (beat == kRests) return Clock::duration::zero();
    return now.time_since_epoch() - Clock::duration(beat);
  }

 private:
  static constexpr Clock::rep kRests = 0;

  Clock::time_point CountWork() {
    const Clock::time_point now = Clock::now();
    const Clock::rep beat = beat_.load(std::memory_order_relaxed);
    if (beat != kRests) {
      const Clock::rep worked = now.time_since_epoch().count() - beat;
      busy_.store(busy_.load(std::memory_order_relaxed) + worked,
                  std::memory_order_relaxed);
    }
    return now;
  }

  std::atomic<Clock::rep> beat_ = kRests;
  std::atomic<Clock::rep> busy_ = 0;
};

}  // namespace newsmill::pipeline
