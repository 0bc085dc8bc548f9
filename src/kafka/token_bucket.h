// Limits the rate at which messages or bytes are read.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace newsmill::kafka {

/// A bucket that gets `per_second` tokens each second. It keeps at most the
/// tokens of a tenth of a second. A caller may take tokens for a message if the
/// bucket has any token, even if the message costs more than the bucket has.
/// Then the bucket has a debt, and the next caller waits until new tokens have
/// paid it. If `per_second` is 0, there is no limit. Not thread-safe. The times
/// that callers pass must never decrease.
class TokenBucket {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TokenBucket(int64_t per_second)
      : per_second_(static_cast<double>(per_second)) {}

  /// Returns how long a caller must wait before it may take tokens. Zero: the
  /// caller may take them now.
  Clock::duration WaitAt(Clock::time_point now) {
    Fill(now);
    if (per_second_ <= 0 || tokens_ > 0) return Clock::duration::zero();
    const std::chrono::duration<double> wait((kLeast - tokens_) / per_second_);
    return std::chrono::ceil<std::chrono::milliseconds>(wait);
  }
  void Take(int64_t cost) { tokens_ -= static_cast<double>(cost); }

 private:
  static constexpr double kLeast = 1e-3;

  void Fill(Clock::time_point now) {
    const std::chrono::duration<double> passed = now - filled_at_;
    if (filled_at_ != Clock::time_point()) {
      tokens_ += passed.count() * per_second_;
    }
    tokens_ = std::min(tokens_, std::max(per_second_ / 10, 1.0));
    filled_at_ = now;
  }

  const double per_second_;
  double tokens_ = 1;
  Clock::time_point filled_at_{};
};

}  // namespace newsmill::kafka
