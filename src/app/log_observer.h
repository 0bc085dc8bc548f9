// The pipeline's events as lines of the log.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

#include "log.h"
#include "newsmill/base/mutex.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/io.h"

namespace newsmill::app {

/// Thread-safe. `log` must outlive it.
class LogObserver : public pipeline::Observer {
 public:
  explicit LogObserver(Log& log) : log_(log) {}
  ~LogObserver() override { WriteAbandoned(); }
  LogObserver(const LogObserver&) = delete;
  LogObserver& operator=(const LogObserver&) = delete;

  /// Logs the items abandoned since the last call, a line for each cause. An
  /// assignment's begin and end call it; call it once more when the pipeline
  /// has ended.
  void WriteAbandoned();

  void IndexReady(int64_t log_end, int64_t texts) override;
  void EntryApplied(const model::LogEntry& entry,
                    dedup::Effect effect) override;
  void ItemsAbandoned(int64_t items, pipeline::AbandonCause cause) override;
  void TransactionCommitted(const pipeline::Commit& commit) override;
  void TransactionFailed(const pipeline::PublishError& error) override;
  void RecoveryFailed(const pipeline::PublishError& error) override;
  void SessionStarted(std::span<const pipeline::Progress> starts) override;
  void SessionEnded(bool lost) override;
  void PublishingFails(const pipeline::PublishError& last,
                       Duration duration) override;
  void PublishingFailsNoMore(Duration duration) override;
  void OffsetsExpired(const model::PartitionRange& lost) override;
  void InputMissing(std::string_view what) override;
  void InputFound() override;
  void DrainStarted() override;
  void Note(pipeline::Severity severity, std::string_view message) override;

 private:
  void WriteFailure(std::string_view event,
                    const pipeline::PublishError& error);

  // How often it is logged that publishing fails, from the first failure on.
  static constexpr std::chrono::seconds kFailingReportInterval{60};

  Log& log_;
  Mutex mutex_;
  /// How long publishing has to fail for the next line.
  Duration next_failing_report_ GUARDED_BY(mutex_) = kFailingReportInterval;
  bool index_ready_ GUARDED_BY(mutex_) = false;
  std::optional<model::RulesEntry> rules_ GUARDED_BY(mutex_);  // in force
  /// By cause, not logged yet.
  std::array<int64_t, pipeline::kAbandonCauseCount> abandoned_
      GUARDED_BY(mutex_){};
};

}  // namespace newsmill::app
