// Makes the pipeline::LogTerms of a worker from its configuration. LogTerms
// contain the first entries of a new fingerprint log, and the conditions for
// using an existing log.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// Returns the terms for the fingerprint log of a live fleet. The log time of
/// this log comes from the clock of the broker. Each call makes a new random
/// log id.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Returns the terms for a fingerprint log whose log time comes from the input
/// messages. There are two such logs: the log of a replay, and the log of
/// `newsmill process`, which is in memory.
pipeline::LogTerms InputClockTermsOf(const config::Config& config);

}  // namespace newsmill::app
