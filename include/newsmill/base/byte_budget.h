// The byte budget limits the bytes of all messages in flight. A message is in
// flight from intake to commit.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <utility>

namespace newsmill {

class ByteBudget;

/// Bytes of a budget that are in use until the Charge is destroyed. The budget
/// must outlive the Charge. A Charge is not thread-safe, but may be moved to
/// another thread.
class Charge {
 public:
  Charge() = default;
  Charge(Charge&& other) noexcept
      : budget_(std::exchange(other.budget_, nullptr)),
        bytes_(std::exchange(other.bytes_, 0)) {}
  Charge& operator=(Charge&& other) noexcept;
  ~Charge() { Reset(); }

  int64_t bytes() const { return bytes_; }
  /// Changes the charge to `bytes`, even if the sum of all charges then exceeds
  /// the limit. Never waits for free bytes. If Resize waited, a thread could
  /// wait forever for bytes that its own messages use.
  void Resize(int64_t bytes);
  void Reset() { Resize(0); }

 private:
  friend class ByteBudget;
  Charge(ByteBudget& budget, int64_t bytes) : budget_(&budget), bytes_(bytes) {}

  ByteBudget* budget_ = nullptr;
  int64_t bytes_ = 0;
};

/// Limits the sum of all charges that exist at the same time. Thread-safe
/// without a lock. `limit` must be greater than 0.
class ByteBudget {
 public:
  explicit ByteBudget(int64_t limit) : limit_(limit) {}
  ByteBudget(const ByteBudget&) = delete;
  ByteBudget& operator=(const ByteBudget&) = delete;

  /// Returns a charge of `bytes`, or nothing if the sum of all charges would
  /// exceed the limit.
  std::optional<Charge> TryCharge(int64_t bytes) {
    int64_t used = used_.load(std::memory_order_relaxed);
    do {
      if (used + bytes > limit_) return std::nullopt;
    } while (!used_.compare_exchange_weak(used, used + bytes));
    return Charge(*this, bytes);
  }
  /// Returns a charge of `bytes`, even if the sum of all charges then exceeds
  /// the limit.
  Charge ForceCharge(int64_t bytes) {
    used_ += bytes;
    return Charge(*this, bytes);
  }

  int64_t limit() const { return limit_; }
  int64_t used() const { return used_.load(); }

 private:
  friend class Charge;
  const int64_t limit_;
  std::atomic<int64_t> used_ = 0;
};

inline Charge& Charge::operator=(Charge&& other) noexcept {
  if (this != &other) {
    Reset();
    budget_ = std::exchange(other.budget_, nullptr);
    bytes_ = std::exchange(other.bytes_, 0);
  }
  return *this;
}

inline void Charge::Resize(int64_t bytes) {
  if (budget_ == nullptr) return;
  budget_->used_ += bytes - bytes_;
  bytes_ = bytes;
}

}  // namespace newsmill
