// The requirements of a configuration for the fingerprint log.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// Returns the terms of a live fleet's log, which uses the broker's clock. Each
/// call makes a new random log id.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Returns the terms of a log that uses the input's own time: the log in memory
/// of `process`, and the log of a replay.
pipeline::LogTerms InputClockTermsOf(const config::Config& config);

}  // namespace newsmill::app
