#include "newsmill/dedup/rules.h"

#include <chrono>
#include <cstdint>
#include <limits>

namespace newsmill::dedup {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kMaxBrokerClockStep = std::chrono::minutes(10);

model::RulesEntry RulesOf(const Options& options, int64_t max_step_ms) {
  model::RulesEntry rules;
  rules.window_ms = milliseconds(options.window).count();
  rules.max_entries = options.max_entries;
  rules.max_step_ms = max_step_ms;
  return rules;
}

}  // namespace

model::RulesEntry RulesForBrokerClock(const Options& options) {
  return RulesOf(options, kMaxBrokerClockStep.count());
}

model::RulesEntry RulesForInputClock(const Options& options) {
  return RulesOf(options, std::numeric_limits<int64_t>::max());
}

}  // namespace newsmill::dedup
