#include "await_history.h"

#include <chrono>

#include "newsmill/kafka/kafka.h"

namespace newsmill::app {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr seconds kPatience{60};
constexpr seconds kBetweenAttempts{1};

}  // namespace

std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log) {
  const auto give_up = steady_clock::now() + kPatience;
  while (true) {
    auto history = kafka::FetchGroupHistory(config.kafka);
    if (history || history.error().misconfigured ||
        steady_clock::now() >= give_up) {
      return history;
    }
    log.Write(pipeline::Severity::kWarning, "note",
              history.error().message + "; retrying",
              {{"brokers", config.kafka.brokers}});
    stop.WaitUntil(steady_clock::now() + kBetweenAttempts);
  }
}

}  // namespace newsmill::app
