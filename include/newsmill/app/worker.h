// The worker of `newsmill run` and `newsmill replay`. A test can wrap the
// source, the sink and the fingerprint log of the worker.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>

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

/// Functions that wrap the parts of a worker. If a function is empty, the part
/// is not wrapped. Tests use these functions to inject faults. `newsmill demo`
/// uses these functions to watch the output.
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
  /// Returns the observer that receives the events of the worker. The argument
  /// is the observer that counts the metrics. The argument outlives the
  /// returned observer.
  std::function<std::unique_ptr<pipeline::Observer>(pipeline::Observer&)>
      metrics;
  /// LogTerms::place_spacing. With a small number, a test sees many marks.
  std::optional<int64_t> place_spacing;
};

/// The worker's options from the command line. pipeline::LogTerms describes
/// each option.
struct WorkerFlags {
  bool accept_rewind = false;
  bool change_rules = false;
  bool accept_new_log = false;
  bool accept_short_log = false;
};

/// A pipeline that reads from Kafka, publishes to Kafka, and uses a fingerprint
/// log on Kafka. Call Run only once.
class Worker {
 public:
  /// Returns a worker. The worker joins its consumer group in Run. `observer`
  /// must outlive the worker. `history` is the result of
  /// kafka::FetchGroupHistory.
  static std::expected<std::unique_ptr<Worker>, Error> Make(
      const config::Config& config, pipeline::Observer& observer,
      const WorkerParts& overrides, const WorkerFlags& flags = {},
      const pipeline::GroupHistory& history = {});

  /// Runs the pipeline. See Pipeline::Run.
  std::expected<void, Error> Run() { return pipeline_.Run(); }
  /// Starts a drain. See Pipeline::RequestDrain. Any thread may call it.
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
