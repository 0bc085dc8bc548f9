// A transactional producer that watches its blocking calls.
//
// rd_kafka_send_offsets_to_transaction, and perhaps similar calls, can wait for
// ever after the coordinator was unreachable, despite their time-out
// (librdkafka issues 5456 and 5511). So each producer has a thread for these
// calls. A call that does not return in time is stuck. It is abandoned together
// with its thread and its client. A new producer with the same transactional id
// replaces the abandoned producer and fences it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "client.h"
#include "handles.h"
#include "newsmill/base/error.h"
#include "newsmill/base/mutex.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/sink.h"

namespace newsmill::kafka {

/// How a watched call failed.
struct CallFailure {
  rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
  bool must_abort = false;  // the transaction must be aborted
  bool stuck = false;       // the call has not returned: drop the producer
  std::string what;
};
using CallResult = std::expected<void, CallFailure>;

/// The brokers' answers to the messages of one transaction.
struct Deliveries {
  std::optional<size_t> refused;  // the first message with rejected content
  std::string refused_why;
  struct Denied {
    std::string topic;
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
  };
  std::optional<Denied> denied;  // WRITE permission on a topic is missing

  void Refuse(size_t index, std::string why);
  void Add(Deliveries later);
};

/// kCallTimeoutMs is the time-out that librdkafka gets for a call. A call that
/// has not returned after kStuckAfter counts as stuck.
inline constexpr int kCallTimeoutMs = 20'000;
inline constexpr std::chrono::milliseconds kStuckAfter{kCallTimeoutMs + 5'000};

/// A transactional producer. Not thread-safe. If a call is stuck, the
/// destructor does not wait for the call, and does not destroy the client.
class WatchedProducer {
 public:
  using Call = std::function<rd_kafka_error_t*(rd_kafka_t*)>;

  static std::expected<std::unique_ptr<WatchedProducer>, Error> Make(
      const Options& options, const std::string& transactional_id,
      pipeline::Observer& observer, const std::atomic<bool>& interrupted,
      std::chrono::milliseconds stuck_after = kStuckAfter);
  ~WatchedProducer();
  WatchedProducer(const WatchedProducer&) = delete;
  WatchedProducer& operator=(const WatchedProducer&) = delete;

  /// Runs `call` on the producer's thread. Waits until `call` returns or counts
  /// as stuck, or until `interrupted` is set. The functions for transactions
  /// below call Watch.
  CallResult Watch(Call call);
  CallResult Watch(Call call, std::chrono::milliseconds stuck_after);
  CallResult InitTransactions();
  CallResult BeginTransaction();
  /// Sends a copy of the message. If the broker rejects the content of the
  /// message, Deliveries::refused is `index`.
  CallResult Produce(const pipeline::OutputMessage& message, size_t index);
  CallResult Flush();
  /// Sends offsets to the transaction. Takes ownership of both arguments.
  CallResult SendOffsets(PartitionsHandle offsets, GroupMetadataHandle group);
  CallResult CommitTransaction();
  CallResult AbortTransaction();

  /// Returns the brokers' answers that have arrived since the last call of
  /// TakeDeliveries.
  Deliveries TakeDeliveries();
  /// Returns whether a call is stuck. If so, the producer must not be used any
  /// more.
  bool stuck() const { return stuck_; }
  /// Returns whether the stuck call has returned in the meantime.
  bool HasReturned() const;

 private:
  class Caller;

  WatchedProducer(std::shared_ptr<Caller> caller, std::thread thread,
                  const std::atomic<bool>& interrupted,
                  std::chrono::milliseconds stuck_after);

  rd_kafka_t* client() const;

  std::shared_ptr<Caller> caller_;
  std::thread thread_;
  const std::atomic<bool>& interrupted_;
  const std::chrono::milliseconds stuck_after_;
  bool stuck_ = false;
};

}  // namespace newsmill::kafka
