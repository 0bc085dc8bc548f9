// The worker's engine: intake, extraction threads, decide and publish, from a
// Source to a Sink.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/dedup/options.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/options.h"
#include "newsmill/pipeline/processor.h"
#include "newsmill/pipeline/sink.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::pipeline {

/// The state of a pipeline at one moment, for metrics and health.
struct Snapshot {
  struct StageSnapshot {
    int threads = 0;
    size_t waiting = 0;  // messages and commands in the queue before it
    std::chrono::steady_clock::duration busy{};  // sum over its threads
  };
  std::array<StageSnapshot, kStageCount> stages;
  int64_t in_flight_bytes = 0;
  int64_t in_flight_limit_bytes = 0;
  bool input_held = false;  // the byte budget has no room for a message
  /// The name of a thread that works without progress for far too long; empty:
  /// there is none.
  std::string_view stalled;

  StageSnapshot& stage(Stage which) {
    return stages[static_cast<size_t>(which)];
  }
};

/// Runs once. Source, sink, log and observer must outlive it. While it runs,
/// only its threads use source, sink and log.
class Pipeline {
 public:
  struct Parts {
    Source& source;
    Sink& sink;
    FingerprintLog& log;
    LogTerms terms;
    Observer& observer;
    /// Must be pure and thread-safe: every extraction thread calls it.
    ProcessFunction process;
    /// Must be thread-safe. Empty: suspects are processed like other messages.
    ExamineFunction examine = {};
  };

  Pipeline(const Options& options, dedup::Duplicates duplicates, Parts parts);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Blocks until the source is exhausted, a drain has ended, or an error stops
  /// the worker. An operator has to act on the error. Messages that were not
  /// committed are delivered again.
  std::expected<void, Error> Run();

  /// From any thread, any number of times. The pipeline takes no more messages,
  /// commits what is in flight within `drain_timeout`, and Run returns.
  void RequestDrain();

  /// From any thread. `now` is the current time.
  Snapshot SnapshotAt(std::chrono::steady_clock::time_point now);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::pipeline
