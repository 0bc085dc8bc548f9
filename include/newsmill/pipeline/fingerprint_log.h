// The fingerprint log: one totally ordered log that every worker of the fleet
// reads. Its order decides which article is the original.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

struct LogRecord {
  int64_t offset = 0;
  int64_t time_ms = 0;  // Unix time by the log's clock, which may go back
  uint64_t hash = 0;    // hash for anchors, see model::Anchor
  model::LogEntry entry;
};

struct LogError {
  /// True: entries that were appended may be missing from the log. The worker
  /// has to begin its assignment again, and then appends the entries again.
  /// False: the worker has to stop, and an operator has to act.
  bool appends_lost = false;
  std::string what;
  bool misconfigured = false;  // see Error
};

/// The fingerprint log. Only the decide thread calls its functions, except for
/// Interrupt. Calls must match
///   Open ( Append | Poll )* Close
class FingerprintLog {
 public:
  virtual ~FingerprintLog() = default;

  /// Starts reading at the first entry. Returns the end of the log: the offset
  /// after its last entry. The pipeline decides nothing before Poll has reached
  /// that offset. If that offset is below `least_end`, Open asks the broker
  /// again for a while, because a new leader of the log's partition may not
  /// know the end of the log yet. After Poll has returned nothing, the log
  /// calls `readable` from any thread when a new entry may have arrived.
  virtual std::expected<int64_t, Error> Open(std::function<void()> readable,
                                             int64_t least_end) = 0;

  /// Appends an entry. The log keeps the order of the calls. Append returns
  /// before the entry is in the log. Only Poll shows that the entry is there.
  virtual std::expected<void, LogError> Append(
      const model::LogEntry& entry) = 0;

  /// Returns the next entry, of any worker. Returns nothing at the end of the
  /// log. Never waits.
  virtual std::expected<std::optional<LogRecord>, LogError> Poll() = 0;

  /// Stops reading. After Close, the log does not call `readable` any more.
  virtual void Close() = 0;

  /// Makes a running Open fail soon. Any thread may call it.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
