// Makes the rules entry that a worker writes into the fingerprint log. The
// entry contains the window, the limits and the thresholds of deduplication.
#pragma once

#include "newsmill/dedup/options.h"
#include "newsmill/model/log_entry.h"

namespace newsmill::dedup {

/// Returns the rules for a log that uses the broker's clock. With these rules,
/// one entry advances the log time by at most ten minutes. So the index keeps
/// its texts even if the broker's clock jumps.
model::RulesEntry RulesForBrokerClock(const Options& options);

/// Returns the rules for a log that uses the times of the input documents, as
/// in `newsmill replay` and `newsmill process`. With these rules, one entry may
/// advance the log time by any amount.
model::RulesEntry RulesForInputClock(const Options& options);

}  // namespace newsmill::dedup
