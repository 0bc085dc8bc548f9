// What the configuration says of the fingerprint log.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// A live fleet's: its clock is the broker's, which may jump.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Those of a log whose clock is the input's: in memory, or of a replay. The
/// input's time may leap.
pipeline::LogTerms InputClockTermsOf(const config::Config& config);

}  // namespace newsmill::app
