#include "watched_worker.h"

#include <utility>

namespace newsmill::app {
namespace {

class BothObservers : public pipeline::Observer {
 public:
  BothObservers(pipeline::Observer& first, pipeline::Observer& second)
      : first_(first), second_(second) {}
  void On(const pipeline::Event& event) override {
    first_.On(event);
    second_.On(event);
  }

 private:
  pipeline::Observer& first_;
  pipeline::Observer& second_;
};

}  // namespace

std::expected<void, Error> RunWatched(
    const WatchedWorker& parts,
    const std::function<std::expected<void, Error>(Worker&)>& run) {
  telemetry::Telemetry& telemetry = parts.monitoring.telemetry();
  const auto metrics =
      parts.overrides.metrics ? parts.overrides.metrics(telemetry) : nullptr;
  BothObservers observer(parts.observer, metrics ? *metrics : telemetry);
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
