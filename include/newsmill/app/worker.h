// The worker of `newsmill run`, for programs that wrap its source, sink or log.
#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/pipeline.h"
#include "newsmill/pipeline/processor.h"
#include "newsmill/pipeline/sink.h"
#include "newsmill/pipeline/source.h"

namespace newsmill::app {

/// Functions that wrap the parts of a worker. An empty function leaves its part
/// unchanged. A test injects faults here. The demo watches the output here.
struct WorkerParts {
  std::function<std::unique_ptr<pipeline::Source>(
      std::unique_ptr<pipeline::Source>)>
      source;
  std::function<std::unique_ptr<pipeline::Sink>(
      std::unique_ptr<pipeline::Sink>)>
      sink;
  std::function<std::unique_ptr<pipeline::FingerprintLog>(
      std::unique_ptr<pipeline::FingerprintLog>)>
      log;
  std::function<pipeline::ProcessFunction(pipeline::ProcessFunction)> process;
  /// Returns the observer that receives the events. The argument is the
  /// observer of the metrics. It outlives the returned observer.
  std::function<std::unique_ptr<pipeline::Observer>(pipeline::Observer&)>
      metrics;
};

/// The worker's options from the command line, see pipeline::LogTerms.
struct WorkerFlags {
  bool accept_rewind = false;
  bool change_rules = false;
  bool accept_new_log = false;
  bool accept_short_log = false;
};

/// A Kafka source and sink, a fingerprint log and a pipeline, connected. Runs
/// once.
class Worker {
 public:
  /// Returns a worker that has not joined a group yet: Run joins it. `observer`
  /// must outlive the worker. `history` is the group's history, which the
  /// caller has fetched before.
  static std::expected<std::unique_ptr<Worker>, Error> Make(
      const config::Config& config, pipeline::Observer& observer,
      const WorkerParts& overrides, const WorkerFlags& flags = {},
      const pipeline::GroupHistory& history = {});

  /// Runs the pipeline, see Pipeline::Run.
  std::expected<void, Error> Run() { return pipeline_.Run(); }
  /// Starts a drain, see Pipeline::RequestDrain. Any thread may call it.
  void RequestDrain() { pipeline_.RequestDrain(); }
  pipeline::Snapshot SnapshotNow() {
    return pipeline_.SnapshotAt(std::chrono::steady_clock::now());
  }

 private:
  struct Ends {
    std::unique_ptr<pipeline::Source> source;
    std::unique_ptr<pipeline::Sink> sink;
    std::unique_ptr<pipeline::FingerprintLog> log;
  };
  Worker(const config::Config& config, Ends ends, pipeline::LogTerms terms,
         pipeline::Observer& observer, const WorkerParts& overrides);

  Ends ends_;
  pipeline::Pipeline pipeline_;
};

}  // namespace newsmill::app
