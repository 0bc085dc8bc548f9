// The fingerprint log's entries, from the first one on.
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

/// Reads partition 0 of topics.fingerprints with librdkafka's simple consumer,
/// which is in no group: it needs no permission on one and never rebalances.
/// Not thread-safe, except for Interrupt. Calls must match  Open Next* Close?
class LogReader {
 public:
  static std::expected<std::unique_ptr<LogReader>, Error> Make(
      const Options& options, pipeline::Observer& observer);
  ~LogReader();
  LogReader(const LogReader&) = delete;
  LogReader& operator=(const LogReader&) = delete;

  /// Returns the log's end. Waits 30 s for a broker that answers, then 10 s for
  /// an end that is not below `least_end`. `readable` is called from
  /// librdkafka's threads, while they hold a lock.
  std::expected<int64_t, Error> Open(std::function<void()> readable,
                                     int64_t least_end);
  /// From any thread: Open fails within some seconds.
  void Interrupt() { interrupted_.store(true); }

  /// Returns the next fetched entry, if there is one. Never waits.
  std::expected<std::optional<pipeline::LogRecord>, pipeline::LogError> Next();

  /// `readable` is not called any more.
  void Close();

 private:
  using MessageHandle = Handle<rd_kafka_message_t, rd_kafka_message_destroy>;
  using Clock = std::chrono::steady_clock;

  LogReader(const Options& options, pipeline::Observer& observer,
            ClientHandle client);

  std::expected<Watermarks, Error> AwaitWatermarks(int64_t least_end);
  bool TakeFetched();
  void ReportEnd();
  /// Returns nothing for an error that librdkafka repairs by itself.
  std::optional<pipeline::LogError> ErrorOf(const rd_kafka_message_t& message);
  void WarnOnce(std::string what);

  const Options options_;
  const std::string name_;  // the topic's
  pipeline::Observer& observer_;
  std::function<void()> readable_;
  ClientHandle client_;
  TopicHandle topic_;    // the client's
  QueueHandle fetched_;  // the client's
  bool started_ = false;
  std::atomic<bool> interrupted_ = false;
  std::vector<MessageHandle> batch_;  // out of fetched_, the next at its end
  std::string warned_;
  Clock::time_point warned_at_{};
};

}  // namespace newsmill::kafka
