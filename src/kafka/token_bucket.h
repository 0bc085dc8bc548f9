// Limits the rate at which messages or bytes are read.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace newsmill::kafka {

/// Limits a rate by tokens. The bucket gets `per_second` tokens each second,
/// and keeps at most the tokens of a tenth of a second. If the bucket has any
/// token, a caller may take more tokens than the bucket has. The number of
/// tokens then becomes negative, and the next caller waits until it is positive
/// again. If `per_second` is 0, there is no limit. Not thread-safe. The times
/// that callers pass must never decrease.
class TokenBucket {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TokenBucket(int64_t per_second)
      : per_second_(static_cast<double>(per_second)) {}

  /// Returns how long a caller must wait before it may take tokens. Returns
  /// zero if the caller may take tokens now.
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
