// When a worker is ready for work, and why it is not.
#pragma once

#include <atomic>
#include <string_view>

namespace newsmill::telemetry {

/// Thread-safe. Only goes on, never back:
///
///   kStarting ─► kCatchingUp ─► kJoining ─► kReady ─► kDraining
///
/// A rebalance leaves a worker ready; so does an assignment without partitions.
/// A worker whose input is missing is not ready, whatever the phase; that ends
/// when the input is found.
class Readiness {
 public:
  enum class Phase { kStarting, kCatchingUp, kJoining, kReady, kDraining };

  /// Does nothing in a later phase.
  void Advance(Phase phase) {
    Phase now = phase_.load();
    while (now < phase && !phase_.compare_exchange_weak(now, phase)) {
    }
  }
  Phase phase() const { return phase_.load(); }

  void SetInputMissing(bool missing) { input_missing_.store(missing); }
  bool input_missing() const { return input_missing_.load(); }

 private:
  std::atomic<Phase> phase_ = Phase::kStarting;
  std::atomic<bool> input_missing_ = false;
};

/// A sentence.
std::string_view Describe(Readiness::Phase phase);

}  // namespace newsmill::telemetry
