// What a thread shows of itself while it works.
#pragma once

#include <atomic>
#include <chrono>

namespace newsmill::pipeline {

/// Beaten by its thread alone, looked at by any. No lock.
class Pulse {
 public:
  using Clock = std::chrono::steady_clock;

  /// The thread works, or still does. Returns the time.
  Clock::time_point Beat() {
    const Clock::time_point now = CountWork();
    beat_.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    return now;
  }
  /// The thread waits for work, which may take for ever.
  void Rest() {
    (void)CountWork();
    beat_.store(kRests, std::memory_order_relaxed);
  }

  /// Time spent at work, up to the last beat.
  Clock::duration busy() const {
    return Clock::duration(busy_.load(std::memory_order_relaxed));
  }
  /// For how long the thread has worked without a beat; zero while it rests.
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
