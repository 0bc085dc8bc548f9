// Keeps whether a worker is ready, and the reason if it is not.
#pragma once

#include <atomic>
#include <string_view>

namespace newsmill::telemetry {

/// The phase of the worker. Thread-safe. The phase never returns to an earlier
/// one:
///
///   kStarting ─► kCatchingUp ─► kJoining ─► kReady ─► kDraining
///
/// A worker stays ready during a rebalance, and without partitions. While its
/// input topic is missing, the worker is not ready, whatever its phase.
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
