// The worker's engine: intake, extraction threads, decide and publish, from a
// Source to a Sink.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <vector>

#include "newsmill/base/error.h"
#include "newsmill/dedup/options.h"
#include "newsmill/pipeline/io.h"
#include "newsmill/pipeline/log_terms.h"
#include "newsmill/pipeline/options.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::pipeline {

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

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsmill::pipeline
