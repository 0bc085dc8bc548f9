#include "input_watch.h"

#include <utility>

#include "committed.h"
#include "fmt/format.h"
#include "metadata.h"

namespace newsmill::kafka {
namespace {

constexpr std::chrono::milliseconds kTimeout{5'000};
constexpr std::chrono::seconds kBetweenQuestions{1};

/// Asks a broker about the topic. Returns the error code of the topic, or of
/// the request if no broker answers.
rd_kafka_resp_err_t StateOf(rd_kafka_t* client, const std::string& name) {
  const auto metadata = FetchTopicMetadata(client, name, kTimeout);
  return metadata ? RD_KAFKA_RESP_ERR_NO_ERROR : metadata.error();
}

}  // namespace

bool InputWatch::MayMeanMissing(rd_kafka_resp_err_t code) {
  return code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART ||
         code == RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC ||
         code == RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION;
}

void InputWatch::Suspect(std::string what) {
  if (missing_) return;
  suspicion_ = std::move(what);
  if (!answer_.valid()) Ask();
}

void InputWatch::Serve() {
  if (answer_.valid()) {
    if (answer_.wait_for(std::chrono::seconds(0)) ==
        std::future_status::ready) {
      Follow(answer_.get());
    }
    return;
  }
  if ((missing_ || !suspicion_.empty()) && Clock::now() >= ask_at_) Ask();
}

void InputWatch::Ask() {
  if (!client_) {
    auto made = MakeOffsetsClient(options_);
    if (!made) return;  // Serve tries again later
    client_ = *std::move(made);
  }
  answer_ = std::async(std::launch::async,
                       [client = client_, name = options_.topics.raw] {
                         return StateOf(client.get(), name);
                       });
}

void InputWatch::Follow(rd_kafka_resp_err_t answer) {
  ask_at_ = Clock::now() + kBetweenQuestions;
  if (answer == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
    suspicion_.clear();
    if (std::exchange(missing_, true)) return;
    observer_.On(pipeline::InputMissing{fmt::format(
        "topic {}: does not exist any more ({}); the worker reads nothing and "
        "is not ready until the topic exists again; create it with newsmill "
        "topics --create, or stop the workers",
        options_.topics.raw, rd_kafka_err2name(answer))});
  } else if (answer == RD_KAFKA_RESP_ERR_NO_ERROR) {
    if (const std::string what = std::exchange(suspicion_, {}); !what.empty()) {
      observer_.On(
          pipeline::Notice{pipeline::Severity::kWarning, "consumer: " + what});
    }
    if (std::exchange(missing_, false)) observer_.On(pipeline::InputFound());
  }
}

}  // namespace newsmill::kafka
