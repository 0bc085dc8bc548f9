// The fingerprint log. All workers of the fleet read the same entries in the
// same order. The order of the entries decides which article is the original.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::pipeline {

struct LogRecord {
  int64_t offset = 0;
  int64_t time_ms = 0;  // Unix time; may be less than in the entry before
  uint64_t hash = 0;    // hash for anchors, see model::Anchor
  int64_t bytes = 0;    // size of the encoded entry; 0 in LocalLog
  model::LogEntry entry;
};

struct LogBounds {
  int64_t first = 0;  // offset of the first entry that the log still retains
  int64_t end = 0;    // offset after the last entry

  bool operator==(const LogBounds&) const = default;
};

struct LogError {
  /// True: entries that were appended may be missing from the log. The worker
  /// has to begin its assignment again, and then appends the entries again.
  /// False: the worker has to stop, and an operator has to act.
  bool appends_lost = false;
  std::string what;
  bool misconfigured = false;  // see Error
  /// True: the next entry to read was deleted from the beginning of the log.
  /// The log returns no entries until the next ReadFrom.
  bool trimmed = false;
  LogBounds bounds = {};  // of the log, if `trimmed`
};

/// Returns the error message for a log whose first entries are missing: `what`,
/// and what an operator can do.
std::string FirstEntriesMissing(std::string_view what);

/// The fingerprint log. Only the decide thread calls its functions, except for
/// Interrupt. Calls must match
///   Open ( Append | Poll | ReadFrom | Trim )* Close
class FingerprintLog {
 public:
  virtual ~FingerprintLog() = default;

  /// Starts reading at the first entry that the log still retains. Returns the
  /// bounds of the log. The pipeline makes no decision before Poll has reached
  /// the end. If the broker returns an end below `least_end`, Open
  /// asks the broker again for a while, because a new leader of the partition
  /// may not know the end of the log yet. After Poll has returned nothing, the
  /// log calls `readable` when a new entry may have arrived. Any thread may
  /// make this call.
  virtual std::expected<LogBounds, Error> Open(std::function<void()> readable,
                                               int64_t least_end) = 0;

  /// Appends an entry. The entries in the log have the order of the calls.
  /// Append returns before the entry is in the log. The entry is in the log
  /// when Poll returns it.
  virtual std::expected<void, LogError> Append(
      const model::LogEntry& entry) = 0;

  /// Returns the next entry in the log. Any worker may have written the entry.
  /// Returns nothing at the end of the log. Does not wait, with one exception:
  /// if the next entry does not exist, asks the broker for the reason.
  virtual std::expected<std::optional<LogRecord>, LogError> Poll() = 0;

  /// Returns the entry that the next Poll will return, or nullptr if the log
  /// does not know it yet. Its time may differ. The result is valid until the
  /// next call of another function.
  virtual const LogRecord* Coming() const { return nullptr; }

  /// Continues to read at another place: the next Poll returns the first entry
  /// at or after `offset`. Drops the entries that were fetched before. May read
  /// forwards or backwards, at any time. If the entry at `offset` does not
  /// exist, a later Poll returns the error. Does not wait for a broker.
  virtual std::expected<void, LogError> ReadFrom(int64_t offset) = 0;

  /// Asks to delete all entries below `before`, and does not wait for the
  /// answer. All workers lose these entries. Offsets of other entries do not
  /// change. If the entries cannot be deleted, a later Poll reports a warning
  /// to the observer, and the worker continues. The next Trim tries again.
  virtual void Trim(int64_t before) = 0;

  /// Stops reading. After Close, the log does not call `readable` any more.
  virtual void Close() = 0;

  /// If Open is running, makes it fail soon. Any thread may call it.
  virtual void Interrupt() {}
};

}  // namespace newsmill::pipeline
