// Appends entries to the fingerprint log.
#pragma once

#include <atomic>
#include <expected>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::kafka {

/// Writes with an idempotent producer without transactions. With a transaction,
/// the worker could read its entry only after the commit, but it must read the
/// entry before it can commit. The producer tries to write an entry without a
/// time limit. If the producer still loses an entry (librdkafka 2.0 fails after
/// some disconnects), another producer replaces it. Not thread-safe. Calls must
/// match  Listen ( Append | Serve )* Close?
class LogWriter {
 public:
  static std::expected<std::unique_ptr<LogWriter>, Error> Make(
      const Options& options, pipeline::Observer& observer);
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  /// Sets `reported`, the function to call when Serve may have a failure to
  /// return. librdkafka's threads call `reported` while they hold a lock.
  void Listen(std::function<void()> reported);

  /// Appends an entry, a copy of `bytes`, to the producer's queue. If the queue
  /// is full, waits until it has room.
  std::expected<void, pipeline::LogError> Append(std::string_view bytes);

  /// Returns the failure of an earlier Append. Returns each failure only once.
  /// If `appends_lost` of the failure is true, later calls use a new producer.
  /// Never waits.
  std::expected<void, pipeline::LogError> Serve();

  /// Drops the entries in the producer's queue that are not in the log yet.
  /// After Close, `reported` is not called any more.
  void Close();

 private:
  struct Producer {
    ClientHandle client;
    TopicHandle topic;
    QueueHandle reports;
  };
  struct Failure {
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
    std::string what;
  };

  LogWriter(Options options, pipeline::Observer& observer, Producer producer);

  static std::expected<Producer, Error> MakeProducer(
      const Options& options, pipeline::Observer& observer);
  static void OnReport(rd_kafka_t* client, void* writer);
  rd_kafka_resp_err_t Produce(std::string_view bytes);
  std::expected<void, pipeline::LogError> ServeFor(int first_wait_ms);
  std::optional<Failure> FailureIn(rd_kafka_event_t* event);
  Failure FatalFailure();
  pipeline::LogError GiveUp(const Failure& failure);
  std::expected<void, Error> Replace();
  void Retire(Producer producer);

  const Options options_;
  pipeline::Observer& observer_;
  std::function<void()> reported_;
  // Initially true, because reports of failures may arrive before Listen.
  std::atomic<bool> has_reports_ = true;
  Producer producer_;
  // Each of them waits for the destruction of an old producer.
  std::vector<std::future<void>> reapers_;
};

}  // namespace newsmill::kafka
