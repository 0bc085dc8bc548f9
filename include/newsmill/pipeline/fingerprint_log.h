// The fingerprint log: one totally ordered log, which every worker of the fleet
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
  uint64_t hash = 0;    // as anchors carry it, see model::Anchor
  model::LogEntry entry;
};

struct LogError {
  /// True: entries that were appended may be missing from the log. The
  /// assignment has to begin again; its entries are appended again. False: the
  /// worker has to stop, and an operator has to act.
  bool appends_lost = false;
  std::string what;
  bool misconfigured = false;  // see Error
};

/// Only the decide thread calls it, except for Interrupt. Calls must match
///   Open ( Append | Poll )* Close
class FingerprintLog {
 public:
  virtual ~FingerprintLog() = default;

  /// Begins to read at the first entry. Returns the log's end: the offset after
  /// its last entry. Nothing is decided before Poll has reached it. An end
  /// below `least_end` is asked for again for a while, since a new leader may
  /// not know the end yet. `readable` is called from any thread when Poll,
  /// which had nothing to return, may have an entry.
  virtual std::expected<int64_t, Error> Open(std::function<void()> readable,
                                             int64_t least_end) = 0;

  /// Appends an entry. The log keeps the order of the calls. Returns before the
  /// entry is in the log: only Poll proves that.
  virtual std::expected<void, LogError> Append(
      const model::LogEntry& entry) = 0;

  /// Returns the next entry, whichever worker has written it, or nothing at the
  /// end of the log. Never waits.
  virtual std::expected<std::optional<LogRecord>, LogError> Poll() = 0;

  /// After it has returned, `readable` is not called any more.
  virtual void Close() = 0;

  /// From any thread: makes a running Open fail soon.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
