// Deletes the first entries of the fingerprint log.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "handles.h"
#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::kafka {

/// Sends DeleteRecords requests for partition 0 of topics.fingerprints, one at
/// a time. Never waits for an answer. A failure is a warning, because nothing
/// is lost: the log only remains longer. Not thread-safe. Calls must match
///   Listen ( Trim | Serve )* Close?
class LogTrimmer {
 public:
  /// `client` sends the requests. `observer` gets the warnings. Both must
  /// outlive the trimmer.
  LogTrimmer(const Options& options, pipeline::Observer& observer,
             rd_kafka_t* client);
  ~LogTrimmer();
  LogTrimmer(const LogTrimmer&) = delete;
  LogTrimmer& operator=(const LogTrimmer&) = delete;

  /// Sets `answered`. librdkafka's threads call this function when Serve has an
  /// answer to handle. They hold a lock during this call.
  void Listen(std::function<void()> answered);

  /// Asks to delete all entries below `before`. If an earlier request has no
  /// answer yet, sends the new request after a successful answer. `before` must
  /// not be negative.
  void Trim(int64_t before);

  /// Handles the answers. Never waits.
  void Serve();

  /// After Close, `answered` is not called any more. A request that was sent
  /// may still delete entries.
  void Close();

 private:
  static void OnAnswer(rd_kafka_t* client, void* trimmer);
  void Send();
  void Handle(rd_kafka_event_t* event);
  void Warn(rd_kafka_resp_err_t code, const std::string& what);

  const Options options_;
  const std::string name_;  // name of the topic
  pipeline::Observer& observer_;
  rd_kafka_t* const client_;
  QueueHandle answers_;
  std::function<void()> answered_;
  std::atomic<bool> has_answers_ = false;
  int64_t before_ = 0;           // of the latest Trim
  std::optional<int64_t> sent_;  // the request without an answer
};

}  // namespace newsmill::kafka
