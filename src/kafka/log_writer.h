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

/// Writes with an idempotent producer without transactions. A worker must read
/// its own entry from the log before it can commit. In a transaction, the entry
/// could be read only after the commit. The producer tries to write an entry
/// without a time limit, but it may still lose entries (librdkafka 2.0 fails
/// after some disconnects). After a loss, LogWriter uses a new producer. Not
/// thread-safe. Calls must match
///   Listen ( Append | Serve )* Close?
class LogWriter {
 public:
  static std::expected<std::unique_ptr<LogWriter>, Error> Make(
      const Options& options, pipeline::Observer& observer);
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  /// Sets `reported`. librdkafka's threads call this function when Serve may
  /// have a failure to return. They hold a lock during this call.
  void Listen(std::function<void()> reported);

  /// Appends an entry, a copy of `bytes`, to the producer's queue. If the queue
  /// is full, waits at most 10 s until it has room.
  std::expected<void, pipeline::LogError> Append(std::string_view bytes);

  /// Returns the failure of an earlier Append, if there is one. Returns each
  /// failure only once. If `appends_lost` of the failure is true, entries may
  /// be lost, and later calls use a new producer. Never waits.
  std::expected<void, pipeline::LogError> Serve();

  /// Waits at most two seconds until the entries in the producer's queue are in
  /// the log. Then drops the remaining entries. After Close, `reported` is not
  /// called any more.
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
  // Each future becomes ready when an old producer is destroyed.
  std::vector<std::future<void>> reapers_;
};

}  // namespace newsmill::kafka
