// What a worker shows of itself: metrics in Prometheus' text format, and
// whether it is alive and ready. docs/metrics.md lists the families.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/pipeline.h"

namespace newsmill::telemetry {

/// What does not change while the worker runs.
struct About {
  std::string version;
  std::string commit;
  std::string librdkafka;
  std::string config_hash;
};

struct Health {
  bool fine = false;
  std::string why;
};

/// Thread-safe. What is told a message or an item goes to counters of the
/// calling thread (src/telemetry/tally.h, ledger.h) that a scrape sums up: no
/// lock. What is told a session or a transaction may take one.
class Telemetry : public pipeline::Observer {
 public:
  explicit Telemetry(About about);
  ~Telemetry() override;

  /// The pipeline to look at, until it is replaced by null. Once this has
  /// returned, `look` that was there before is not called any more.
  void Watch(std::function<pipeline::Look()> look);

  /// Prometheus' text format 0.0.4.
  std::string Metrics() const;
  /// Whether all threads make progress; brokers that are away change nothing.
  Health Live() const;
  /// Whether it has caught up, has an assignment, does not drain, and has been
  /// able to publish within the last minute of attempts.
  Health Ready() const;

  void On(const pipeline::Event& event) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::telemetry
