#include "watched_worker.h"

#include <utility>
#include <vector>

#include "newsmill/base/version.h"

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

void LogStart(const WatchedWorker& parts) {
  const kafka::Options& kafka = parts.config.kafka;
  std::vector<logging::Log::Field> fields = {{"version", Version()},
                                             {"commit", Commit()},
                                             {"brokers", kafka.brokers},
                                             {"group", kafka.group},
                                             {"topic", kafka.topics.raw}};
  if (!parts.range.empty()) fields.push_back({"range", parts.range});
  parts.log.Write(pipeline::Severity::kInfo, "started", parts.starts, fields);
}

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
  telemetry.Watch([&] { return (*worker)->SnapshotNow(); });
  LogStart(parts);
  auto ended = run(**worker);
  telemetry.Watch(nullptr);
  parts.stop.OnStop(nullptr);
  return ended;
}

}  // namespace newsmill::app
