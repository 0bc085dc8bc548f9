// Whether topics.raw still exists, asked beside the thread that polls.
#pragma once

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "newsmill/kafka/options.h"
#include "newsmill/pipeline/observer.h"

namespace newsmill::kafka {

/// The consumer reports a topic that is gone once, a partition at a time, and
/// nothing when it is there again. So the brokers are asked after such an
/// error, and then once a second until the topic exists. Tells the observer
/// InputMissing and InputFound. Used by the polling thread alone; no call
/// blocks but the destructor, for a few seconds at most.
class InputWatch {
 public:
  /// `observer` must outlive it.
  InputWatch(const Options& options, pipeline::Observer& observer)
      : options_(options), observer_(observer) {}

  /// The consumer met `code`, which may mean that the topic is gone; `what` is
  /// noted if it is not.
  static bool MayMeanMissing(rd_kafka_resp_err_t code);
  void Suspect(std::string what);

  /// To be called all the time.
  void Serve();

 private:
  using Clock = std::chrono::steady_clock;

  void Ask();
  void Follow(rd_kafka_resp_err_t answer);

  const Options options_;
  pipeline::Observer& observer_;
  std::shared_ptr<rd_kafka_t> client_;  // made when it is first needed
  std::future<rd_kafka_resp_err_t> answer_;
  std::string suspicion_;  // what the consumer said; empty: nothing to clear up
  bool missing_ = false;
  Clock::time_point ask_at_{};
};

}  // namespace newsmill::kafka
