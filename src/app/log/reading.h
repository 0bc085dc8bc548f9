// Reads parts of a fingerprint log in order, for commands that inspect the log.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <variant>

#include "newsmill/base/error.h"
#include "newsmill/base/queue.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::app {

/// Reads from a log, and waits for entries that are still to be fetched. Not
/// thread-safe. Calls must match
///   Open Read*
class LogReading {
 public:
  /// Called after each entry with the number of entries that were read and of
  /// all entries to read.
  using Progress = std::function<void(int64_t done, int64_t total)>;

  /// `log` must outlive this object. `patience` is the maximum time to wait for
  /// the next entry.
  LogReading(pipeline::FingerprintLog& log, Progress progress,
             std::chrono::milliseconds patience = std::chrono::seconds(30))
      : log_(log), progress_(std::move(progress)), patience_(patience) {}
  ~LogReading() { log_.Close(); }
  LogReading(const LogReading&) = delete;
  LogReading& operator=(const LogReading&) = delete;

  std::expected<pipeline::LogBounds, Error> Open();

  /// Calls `take` for each entry from the offset `from` up to, but not
  /// including, `end`. Stops early if `take` returns false. If entries were
  /// deleted before they were read, the error is `trimmed`.
  std::expected<void, pipeline::LogError> Read(
      int64_t from, int64_t end,
      const std::function<bool(const pipeline::LogRecord&)>& take);

 private:
  pipeline::FingerprintLog& log_;
  const Progress progress_;
  const std::chrono::milliseconds patience_;
  Queue<std::monostate> readable_;
};

}  // namespace newsmill::app
