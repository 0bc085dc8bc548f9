// What the configuration says of the fingerprint log.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::app {

/// A live fleet's: its clock is the broker's, which may jump.
pipeline::LogTerms LiveTermsOf(const config::Config& config);

/// Those of a log in memory, whose clock is the input's.
pipeline::LogTerms LocalTermsOf(const config::Config& config);

}  // namespace newsmill::app
