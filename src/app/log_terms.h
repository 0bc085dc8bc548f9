// Derives the terms for the fingerprint log (its first entries and the checks
// of it) from the configuration.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// Returns the terms for the fingerprint log of a live fleet. Its log time
/// comes from the broker's clock. Each call makes a new random log id.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Returns the terms for a fingerprint log whose log time comes from the input
/// messages: the log of `newsmill process`, which is in memory, and the log of
/// a replay.
pipeline::LogTerms InputClockTermsOf(const config::Config& config);

}  // namespace newsmill::app
