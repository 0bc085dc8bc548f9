// The rules that a configuration proposes to the fingerprint log.
#pragma once

#include "newsmill/dedup/options.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// Returns the rules for a log that uses the broker's clock. One entry advances
/// the log time by at most ten minutes, so that a jump of the clock does not
/// remove all texts from the index.
model::RulesEntry RulesForBrokerClock(const Options& options);

/// Returns the rules for a log that uses the time of the input, as in a replay
/// and in `process`. One entry may advance the log time by any amount.
model::RulesEntry RulesForInputClock(const Options& options);

}  // namespace newsmill::dedup
