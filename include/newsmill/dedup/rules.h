// The rules that a configuration proposes to the fingerprint log.
#pragma once

#include "newsmill/dedup/options.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// Returns the rules of a log that uses the broker's clock. One entry advances
/// the time of the log by at most ten minutes, so that a clock that jumps does
/// not evict the whole index.
model::RulesEntry RulesForBrokerClock(const Options& options);

/// Returns the rules of a log that uses the input's own time, as in a replay
/// and in `process`. One entry may advance the log time by any amount.
model::RulesEntry RulesForInputClock(const Options& options);

}  // namespace newsmill::dedup
