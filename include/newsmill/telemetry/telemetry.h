// Makes the metrics of a worker in Prometheus' text format. Also says whether
// the worker is alive and ready. docs/metrics.md lists the metrics.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/pipeline.h"

namespace newsmill::telemetry {

/// The labels of the metrics build_info and config_info.
struct About {
  std::string version;
  std::string commit;
  std::string librdkafka;
  std::string config_hash;
};

/// The answer of a health page.
struct Health {
  bool fine = false;
  std::string why;  // a sentence, also if `fine` is true
};

/// Counts events. Thread-safe. For an event of a message or an item, On only
/// adds to counters of its thread, without a lock (src/telemetry/counters.h,
/// src/telemetry/ledger.h). Metrics() adds up the counters of all threads.
/// Events of an assignment or a transaction are rarer, so On may lock a mutex
/// for a moment.
class Telemetry : public pipeline::Observer {
 public:
  explicit Telemetry(About about);
  ~Telemetry() override;

  /// Sets the function that returns the state of the running pipeline. Null
  /// means that no pipeline runs. After Watch has returned, the earlier
  /// function is not called any more.
  void Watch(std::function<pipeline::Snapshot()> snapshot);

  /// Returns all metrics in Prometheus' text format 0.0.4.
  std::string Metrics() const;
  /// Returns whether all threads make progress. Unreachable brokers do not
  /// count as a failure.
  Health Live() const;
  /// Returns whether the worker is ready: it has caught up with the fingerprint
  /// log, has had an assignment, does not drain, has its input topic, and has
  /// not failed to publish for a minute.
  Health Ready() const;

  void On(const pipeline::Event& event) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::telemetry
