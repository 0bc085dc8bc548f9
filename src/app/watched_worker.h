// Runs the worker of `newsmill run` or `newsmill replay`. While the worker
// runs, a stop signal drains it, and HTTP pages show its metrics and its
// health.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "monitoring.h"
#include "newsmill/app/worker.h"
#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/observer.h"
#include "stop_signal.h"

namespace newsmill::app {

struct WatchedWorker {
  logging::Log& log;
  std::string_view starts;  // the log message for the start
  std::string range;        // the range that a replay reads
  const config::Config& config;
  const WorkerParts& overrides;
  pipeline::Observer& observer;  // receives all events, like the metrics
  Monitoring& monitoring;
  StopSignal& stop;
  WorkerFlags flags;
  pipeline::GroupHistory history;
};

/// Makes a worker, logs the start, calls `run` with the worker, and returns the
/// result of `run`. While `run` runs, a stop signal drains the worker, and the
/// health pages show the state of the worker. If the worker cannot be made,
/// returns an error with `misconfigured` set.
std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run);

}  // namespace newsmill::app
