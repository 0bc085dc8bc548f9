// The pure part of the pipeline, as a configuration describes it.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns the function with its own copy of the options. Without
/// `dedup.enabled` each article is an original.
pipeline::ProcessFunction ProcessFunctionOf(const config::Config& config);

}  // namespace newsmill::app
