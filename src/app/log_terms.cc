#include "log_terms.h"

#include <cstdint>
#include <random>

#include "newsmill/dedup/rules.h"

namespace newsmill::app {
namespace {

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
  return terms;
}

}  // namespace

pipeline::LogTerms LiveTermsOf(const config::Config& config) {
  pipeline::LogTerms terms = TermsOf(config);
  terms.rules = dedup::RulesForBrokerClock(config.dedup);
  terms.trim = config.dedup.trim;
  return terms;
}

pipeline::LogTerms InputClockTermsOf(const config::Config& config) {
  pipeline::LogTerms terms = TermsOf(config);
  terms.rules = dedup::RulesForInputClock(config.dedup);
  terms.write_marks = false;
  return terms;
}

}  // namespace newsmill::app
