// The pipeline's events as lines of the log.
#pragma once

#include "log.h"
#include "newsmill/pipeline/io.h"

namespace newsmill::app {

/// Thread-safe. `log` must outlive it.
class LogObserver : public pipeline::Observer {
 public:
  explicit LogObserver(Log& log) : log_(log) {}

  void IndexReady(int64_t log_end, int64_t texts) override;
  void ItemsAbandoned(int64_t items, pipeline::AbandonCause cause) override;
  void TransactionCommitted(const pipeline::Commit& commit) override;
  void TransactionFailed(const pipeline::PublishError& error) override;
  void RecoveryFailed(const pipeline::PublishError& error) override;
  void SessionStarted(std::span<const pipeline::Progress> starts) override;
  void SessionEnded(bool lost) override;
  void OffsetsExpired(const model::PartitionRange& lost) override;
  void DrainStarted() override;
  void Note(pipeline::Severity severity, std::string_view message) override;

 private:
  void WriteFailure(std::string_view event,
                    const pipeline::PublishError& error);

  Log& log_;
};

}  // namespace newsmill::app
