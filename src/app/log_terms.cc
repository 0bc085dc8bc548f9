#include "log_terms.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <random>

namespace newsmill::app {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongestStep = std::chrono::minutes(10);

model::Hash128 RandomId() {
  std::random_device random;
  const auto word = [&random] {
    return uint64_t{random()} << 32 | uint64_t{random()};
  };
  return {.high = word(), .low = word()};
}

pipeline::LogTerms TermsOf(const config::Config& config) {
  const kafka::Topics& topics = config.kafka.topics;
  pipeline::LogTerms terms;
  terms.genesis = {
      .log_id = RandomId(),
      .group = config.kafka.group,
      .outputs = {topics.articles, topics.duplicates, topics.dead_letters}};
  terms.rules.window_ms = milliseconds(config.dedup.window).count();
  terms.rules.max_entries = config.dedup.max_entries;
  return terms;
}

}  // namespace

pipeline::LogTerms LiveTermsOf(const config::Config& config) {
  pipeline::LogTerms terms = TermsOf(config);
  terms.rules.max_step_ms = kLongestStep.count();
  return terms;
}

pipeline::LogTerms InputClockTermsOf(const config::Config& config) {
  pipeline::LogTerms terms = TermsOf(config);
  terms.rules.max_step_ms = std::numeric_limits<int64_t>::max();
  return terms;
}

}  // namespace newsmill::app
