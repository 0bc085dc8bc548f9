// A worker that can be stopped by a signal and watched by HTTP.
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
  std::string_view starts;  // what the log says when the worker starts
  std::string range;        // that it reads, of a replay
  const config::Config& config;
  const WorkerParts& overrides;
  pipeline::Observer& observer;  // beside the metrics
  Monitoring& monitoring;
  StopSignal& stop;
  WorkerFlags flags;
  pipeline::GroupHistory history;
};

/// Makes the worker, logs that it starts, and returns what `run` returns for
/// it. Meanwhile a stop signal drains the worker, and the health pages look at
/// it. Returns a misconfiguration if the worker cannot be made.
std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run);

}  // namespace newsmill::app
