// Runs a worker with the functions that every command for workers needs: a stop
// signal drains the worker, and HTTP pages show its metrics and health.
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
  std::string_view starts;  // log message when the worker starts
  std::string range;        // the range that a replay reads
  const config::Config& config;
  const WorkerParts& overrides;
  pipeline::Observer& observer;  // gets all events; the metrics get them, too
  Monitoring& monitoring;
  StopSignal& stop;
  WorkerFlags flags;
  pipeline::GroupHistory history;
};

/// Makes the worker, logs that it starts, and returns the result of calling
/// `run` with it. While `run` runs, a stop signal drains the worker, and the
/// health pages show the state of the worker. If the worker cannot be made,
/// returns an error that is a misconfiguration.
std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run);

}  // namespace newsmill::app
