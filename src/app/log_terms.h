// What a configuration asks of the fingerprint log.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// Returns the terms of a live fleet's log, whose clock is the broker's. Each
/// call makes a new random log id.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Returns the terms of a log whose clock is the input's own time: the log in
/// memory of `process`, and a replay's.
pipeline::LogTerms InputClockTermsOf(const config::Config& config);

}  // namespace newsmill::app
