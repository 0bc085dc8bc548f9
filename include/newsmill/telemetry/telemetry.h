// What a worker shows of itself: metrics in Prometheus' text format, and
// whether it is alive and ready. docs/metrics.md lists the families.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "newsmill/pipeline/io.h"
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

  void ItemsEntered(int64_t items) override;
  void ItemsAbandoned(int64_t items, pipeline::AbandonCause cause) override;
  void TransactionCommitted(const pipeline::Commit& commit) override;
  void MessageAdmitted(int64_t bytes, int64_t charged) override;
  void StageEntered(pipeline::Stage stage, Duration waited) override;
  void StageLeft(pipeline::Stage stage, Duration stayed, int64_t items,
                 int64_t refused) override;
  void IndexReady(int64_t log_end, int64_t texts) override;
  void EntryApplied(const model::LogEntry& entry,
                    dedup::Effect effect) override;
  void LogRead(const pipeline::LogPosition& position) override;
  void LogEndSeen(int64_t end_offset) override;
  void SessionStarted(std::span<const pipeline::Progress> starts) override;
  void SessionEnded(bool lost) override;
  void SessionDeposed() override;
  void PartitionEndsSeen(std::span<const pipeline::PartitionEnd> ends) override;
  void TransactionFailed(const pipeline::PublishError& error) override;
  void RecoveryFailed(const pipeline::PublishError& error) override;
  void PublishingFails(const pipeline::PublishError& last,
                       Duration duration) override;
  void PublishingFailsNoMore(Duration duration) override;
  void OffsetsExpired(const model::PartitionRange& lost) override;
  void InputMissing(std::string_view what) override;
  void InputFound() override;
  void DrainStarted() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsmill::telemetry
