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

/// One moment of a pipeline, for whoever watches it.
struct Look {
  struct StageLook {
    int threads = 0;
    size_t waiting = 0;  // messages and commands in the queue before it
    std::chrono::steady_clock::duration busy{};  // of all its threads
  };
  std::array<StageLook, kStageCount> stages;
  int64_t in_flight_bytes = 0;
  int64_t in_flight_limit_bytes = 0;
  bool input_held = false;  // the budget has no room for the next message
  /// A thread that works and has not moved for far too long; empty: none.
  std::string_view stalled;

  StageLook& stage(Stage which) { return stages[static_cast<size_t>(which)]; }
};

/// Runs once. Source, Sink, FingerprintLog and Observer must outlive it and
/// are used by its threads only.
class Pipeline {
 public:
  struct Parts {
    Source& source;
    Sink& sink;
    FingerprintLog& log;
    LogTerms terms;
    Observer& observer;
    /// Pure and thread-safe; runs on every extraction thread.
    ProcessFunction process;
    /// Thread-safe. Empty: suspects are processed like other messages.
    ExamineFunction examine = {};
  };

  Pipeline(const Options& options, dedup::Duplicates duplicates, Parts parts);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Blocks until the source is exhausted, a drain has ended, or the world
  /// stops it. An error means that a person must act; what was not committed
  /// will be delivered again.
  std::expected<void, Error> Run();

  /// From any thread, any number of times: takes no more messages, commits
  /// what is in flight within `drain_timeout`, and lets Run return.
  void RequestDrain();

  /// From any thread. `now` is when it is called.
  Look LookAt(std::chrono::steady_clock::time_point now);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::pipeline
