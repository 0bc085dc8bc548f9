// Shows other threads whether a thread makes progress.
#pragma once

#include <atomic>
#include <chrono>

namespace newsmill::pipeline {

/// The heartbeat of one thread. That thread calls Beat and Rest. Any thread may
/// read the values, without a lock.
class Heartbeat {
 public:
  using Clock = std::chrono::steady_clock;

  /// Records a heartbeat and returns its time. A thread that works must call
  /// Beat at least once a minute.
  Clock::time_point Beat() {
    const Clock::time_point now = CountWork();
    beat_.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    return now;
  }
  /// Records that the thread has no work. The thread calls Rest before it waits
  /// for work. It may then wait as long as necessary.
  void Rest() {
    (void)CountWork();
    beat_.store(kRests, std::memory_order_relaxed);
  }

  /// Returns the total time for which the thread has worked, up to its last
  /// call of Beat or Rest.
  Clock::duration busy() const {
    return Clock::duration(busy_.load(std::memory_order_relaxed));
  }
  /// Returns how long the thread has worked since its last heartbeat. Returns
  /// zero while the thread waits for work.
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
