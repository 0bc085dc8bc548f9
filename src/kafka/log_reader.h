// Reads the entries of the fingerprint log, beginning with its first entry or
// with any other.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/observer.h"
#include "watermarks.h"

namespace newsmill::kafka {

/// Reads partition 0 of topics.fingerprints with librdkafka's simple consumer.
/// The consumer is in no group, so it needs no permission for a group and never
/// rebalances. Not thread-safe, except for Interrupt. Calls must match
///   Open ( Next | ReadFrom )* Close?
class LogReader {
 public:
  static std::expected<std::unique_ptr<LogReader>, Error> Make(
      const Options& options, pipeline::Observer& observer);
  ~LogReader();
  LogReader(const LogReader&) = delete;
  LogReader& operator=(const LogReader&) = delete;

  /// Starts to read at the first entry that the log retains. Returns the bounds
  /// of the log. Waits at most 30 s until a broker answers. If the end offset
  /// is below `least_end`, waits at most 10 s more, because a new leader may
  /// not know the end offset yet. librdkafka's threads call `readable` when
  /// there are new entries. They hold a lock during this call.
  std::expected<pipeline::LogBounds, Error> Open(std::function<void()> readable,
                                                 int64_t least_end);
  /// Makes Open fail within some seconds. Any thread may call it.
  void Interrupt() { interrupted_.store(true); }

  /// Returns the next entry, if librdkafka has already fetched it. If the next
  /// entry does not exist, waits at most 8 s to find out whether it was
  /// trimmed. Otherwise does not wait.
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Next();

  /// Returns the entry that Next returns next, or nullptr if it is not known
  /// yet.
  const pipeline::LogRecord* Coming() const {
    return coming_ ? &*coming_ : nullptr;
  }

  /// Drops all fetched entries, and continues to read at `offset`. Waits only
  /// for librdkafka's threads, not for a broker.
  std::expected<void, pipeline::LogError> ReadFrom(int64_t offset);

  /// Stops reading. After Close, `readable` is not called any more.
  void Close();

  rd_kafka_t* client() const { return client_.get(); }

 private:
  using MessageHandle = Handle<rd_kafka_message_t, rd_kafka_message_destroy>;
  using Clock = std::chrono::steady_clock;

  LogReader(const Options& options, pipeline::Observer& observer,
            ClientHandle client);

  std::expected<Watermarks, Error> AwaitWatermarks(int64_t least_end);
  std::expected<void, Error> Start(int64_t offset);
  void Stop();
  bool TakeFetched();
  /// Takes the next entry from `batch_`. Stops at a message that is no entry.
  std::optional<pipeline::LogRecord> TakeEntry();
  void ReportEnd();
  /// Returns the error in `message`. Returns nothing for an error that
  /// librdkafka repairs by itself.
  std::optional<pipeline::LogError> ErrorOf(const rd_kafka_message_t& message);
  std::optional<pipeline::LogError> ErrorOfMissing(const std::string& what);
  void WarnOnce(std::string what);

  const Options options_;
  const std::string name_;  // name of the topic
  pipeline::Observer& observer_;
  std::function<void()> readable_;
  ClientHandle client_;
  TopicHandle topic_;    // belongs to the client
  QueueHandle fetched_;  // belongs to the client; null: not reading
  int64_t next_ = 0;     // offset that Next returns next
  std::atomic<bool> interrupted_ = false;
  // Fetched messages in reverse order, because Next takes the last element.
  std::vector<MessageHandle> batch_;
  std::optional<pipeline::LogRecord> coming_;
  std::string warned_;
  Clock::time_point warned_at_{};
};

}  // namespace newsmill::kafka
