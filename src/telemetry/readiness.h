// Keeps the phase of a worker, which determines whether the worker is ready.
#pragma once

#include <atomic>
#include <string_view>

namespace newsmill::telemetry {

/// The phase of a worker. Thread-safe. The phases have this order, and the
/// worker never returns to an earlier phase:
///
///   kStarting ─► kCatchingUp ─► kJoining ─► kReady ─► kDraining
///
/// A worker stays ready during a rebalance, and without partitions. While its
/// input topic is missing, a worker is not ready, even in the phase kReady.
class Readiness {
 public:
  enum class Phase { kStarting, kCatchingUp, kJoining, kReady, kDraining };

  /// Enters `phase`. Does nothing if the worker is already in a later phase.
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

/// Returns a description of the worker's work in this phase.
std::string_view Describe(Readiness::Phase phase);

}  // namespace newsmill::telemetry
