// Runs a worker that a signal can stop and that has metrics and health pages.
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
  std::string_view starts;  // log message at the start of the worker
  std::string range;        // the range that a replay reads
  const config::Config& config;
  const WorkerParts& overrides;
  pipeline::Observer& observer;  // gets the events, like the metrics
  Monitoring& monitoring;
  StopSignal& stop;
  WorkerFlags flags;
  pipeline::GroupHistory history;
};

/// Makes the worker, logs that it starts, and returns the result of calling
/// `run` with it. In the meantime, a stop signal drains the worker, and the
/// health pages show its state. If the worker cannot be made, returns a
/// misconfiguration.
std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run);

}  // namespace newsmill::app
