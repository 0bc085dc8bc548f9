#include "watched_worker.h"

#include <utility>

#include "newsmill/pipeline/both_observers.h"

namespace newsmill::app {

std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run) {
  telemetry::Telemetry& telemetry = parts.monitoring.telemetry();
  const auto metrics =
      parts.overrides.metrics ? parts.overrides.metrics(telemetry) : nullptr;
  pipeline::BothObservers observer(parts.observer,
                                   metrics ? *metrics : telemetry);
  const auto worker = Worker::Make(parts.config, observer, parts.overrides,
                                   parts.flags, parts.history);
  if (!worker) {
    return Misconfigured(worker.error().message);
  }
  parts.stop.OnStop([&] { (*worker)->RequestDrain(); });
  telemetry.Watch([&] { return (*worker)->LookNow(); });
  auto ended = run(**worker);
  telemetry.Watch(nullptr);
  parts.stop.OnStop(nullptr);
  return ended;
}

}  // namespace newsmill::app
