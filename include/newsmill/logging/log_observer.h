// Writes the pipeline's events as lines of the log.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "newsmill/base/mutex.h"
#include "newsmill/logging/log.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::logging {

/// An observer that logs events. Thread-safe. `log` must outlive the observer.
class LogObserver : public pipeline::Observer {
 public:
  explicit LogObserver(Log& log) : log_(log) {}
  ~LogObserver() override { WriteAbandoned(); }
  LogObserver(const LogObserver&) = delete;
  LogObserver& operator=(const LogObserver&) = delete;

  /// Logs how many items were abandoned since the last call. Writes one line
  /// for each cause. The observer itself calls WriteAbandoned when an
  /// assignment begins or ends. Call WriteAbandoned once more after the
  /// pipeline has ended.
  void WriteAbandoned();

  void On(const pipeline::Event& event) override;

 private:
  void Write(const pipeline::TransactionCommitted& committed);
  void Write(const pipeline::IndexCaughtUp& caught_up);
  void Write(const pipeline::LogRead& read);
  void Write(const pipeline::AssignmentStarted& started);
  void Write(const pipeline::AssignmentEnded& ended);
  void Write(const pipeline::PublishingFails& fails);
  void Write(const pipeline::PublishingRecovered& recovered);
  void Write(const pipeline::OffsetsExpired& expired);
  void WriteFailure(std::string_view event,
                    const pipeline::PublishError& error);

  // While publishing fails, the log gets one line for each interval.
  static constexpr std::chrono::seconds kFailingReportInterval{60};

  Log& log_;
  Mutex mutex_;
  /// When publishing has failed for this time, the next log line is written.
  pipeline::Duration next_failing_report_ GUARDED_BY(mutex_) =
      kFailingReportInterval;
  bool index_ready_ GUARDED_BY(mutex_) = false;
  std::optional<model::RulesEntry> rules_ GUARDED_BY(mutex_);  // rules in force
  /// For each cause, the number of abandoned items that are not logged yet.
  std::array<int64_t, pipeline::kAbandonCauseCount> abandoned_
      GUARDED_BY(mutex_){};
};

}  // namespace newsmill::logging
