// The engine of a worker. Its threads take messages from a Source, extract
// articles, decide which articles are originals, and publish to a Sink.
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
    size_t waiting = 0;  // messages and commands in the stage's queue
    std::chrono::steady_clock::duration busy{};  // working time of its threads
  };
  std::array<StageSnapshot, kStageCount> stages;
  int64_t in_flight_bytes = 0;
  int64_t in_flight_limit_bytes = 0;
  bool input_held = false;  // intake waits for free bytes in the budget
  /// The name of a thread that has work but makes no progress for too long.
  /// Empty: no thread is stalled.
  std::string_view stalled;

  StageSnapshot& stage(Stage which) {
    return stages[static_cast<size_t>(which)];
  }
};

/// The pipeline of a worker. Call Run only once. The source, sink, log and
/// observer must outlive the pipeline. During Run, only the threads of the
/// pipeline may use the source, sink and log.
class Pipeline {
 public:
  struct Parts {
    Source& source;
    Sink& sink;
    FingerprintLog& log;
    LogTerms terms;
    Observer& observer;
    /// Processes a message. Must be pure and thread-safe: every extraction
    /// thread calls it.
    ProcessFunction process;
    /// Examines a suspect: a message that may have killed earlier workers
    /// (src/pipeline/crash_guard.h). Must be thread-safe. If this function is
    /// empty, suspects are processed like other messages.
    ExamineFunction examine = {};
  };

  Pipeline(const Options& options, dedup::Duplicates duplicates, Parts parts);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Runs the pipeline. Returns when the source is exhausted, when a drain has
  /// ended, or when an error stops the worker. An operator has to act on the
  /// error. Messages that were not committed will be delivered again.
  std::expected<void, Error> Run();

  /// Starts a drain: the pipeline takes no more messages and commits the
  /// messages in flight within `drain_timeout`. Then Run returns. Any thread
  /// may call it, any number of times.
  void RequestDrain();

  /// Returns the state at `now`, the current time. Any thread may call it.
  Snapshot SnapshotAt(std::chrono::steady_clock::time_point now);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::pipeline
