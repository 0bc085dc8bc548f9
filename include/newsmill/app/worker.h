// The worker of `newsmill run`, for programs that wrap its ends.
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

/// What to put around the parts of a worker; an empty function leaves its part
/// as it is. A test injects faults here, the demo looks on.
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
  /// What is told in place of the metrics' observer, which outlives it.
  std::function<std::unique_ptr<pipeline::Observer>(pipeline::Observer&)>
      metrics;
};

/// What the command line says beside the configuration, see
/// pipeline::LogTerms.
struct WorkerFlags {
  bool accept_rewind = false;
  bool change_rules = false;
  bool accept_new_log = false;
  bool accept_short_log = false;
};

/// Kafka's ends, the log and the pipeline, wired. Runs once.
class Worker {
 public:
  /// `observer` must outlive the worker. `history` is of the group, fetched
  /// before. Joins no group before Run.
  static std::expected<std::unique_ptr<Worker>, Error> Make(
      const config::Config& config, pipeline::Observer& observer,
      const WorkerParts& overrides, const WorkerFlags& flags = {},
      const pipeline::GroupHistory& history = {});

  /// As Pipeline::Run.
  std::expected<void, Error> Run() { return pipeline_.Run(); }
  /// From any thread.
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
