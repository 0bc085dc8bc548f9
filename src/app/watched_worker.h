// A worker that its metrics and a stop signal reach.
#pragma once

#include <expected>
#include <functional>

#include "monitoring.h"
#include "newsmill/app/worker.h"
#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "stop_signal.h"

namespace newsmill::app {

struct WatchedWorker {
  const config::Config& config;
  const WorkerParts& overrides;
  pipeline::Observer& observer;  // beside the metrics
  Monitoring& monitoring;
  StopSignal& stop;
  WorkerFlags flags;
  pipeline::GroupHistory history;
};

/// Makes the worker and calls `run` with it; meanwhile `stop` drains it and
/// health looks at it. A worker that cannot be made is misconfigured.
std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run);

}  // namespace newsmill::app
