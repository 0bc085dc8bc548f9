// Checks whether topics.raw still exists. Does not block the thread that polls.
#pragma once

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::kafka {

/// Reports InputMissing when the input topic has been deleted, and InputFound
/// when it exists again. The consumer reports a deleted topic once for each
/// partition, but never reports that the topic exists again. Therefore, after
/// such an error this class asks the brokers once a second until the topic
/// exists. Only the polling thread uses this class. No call blocks, except for
/// the destructor, which blocks for a few seconds at most.
class InputWatch {
 public:
  /// Makes a watch that has no client yet. `observer` must outlive the watch.
  InputWatch(const Options& options, pipeline::Observer& observer)
      : options_(options), observer_(observer) {}

  /// Returns whether this error of the consumer may mean a deleted topic.
  static bool MayMeanMissing(rd_kafka_resp_err_t code);
  /// Call this function if the consumer has reported the error `what`, and the
  /// topic may be missing. The watch asks the brokers whether the topic exists.
  /// If the topic exists, the watch reports `what` as a warning.
  void Suspect(std::string what);

  /// Handles the answers that the brokers have sent. Call it often.
  void Serve();

 private:
  using Clock = std::chrono::steady_clock;

  void Ask();
  void Follow(rd_kafka_resp_err_t answer);

  const Options options_;
  pipeline::Observer& observer_;
  std::shared_ptr<rd_kafka_t> client_;  // created when it is first needed
  std::future<rd_kafka_resp_err_t> answer_;
  // The consumer's error that made the watch ask the brokers. Empty after the
  // brokers have answered.
  std::string suspicion_;
  bool missing_ = false;
  Clock::time_point ask_at_{};
};

}  // namespace newsmill::kafka
