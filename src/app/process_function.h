// The pure part of the pipeline, as a configuration describes it.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Holds its own copy of the options. Without `dedup.enabled` every outcome
/// gets a fingerprint that no other has, so that all are originals.
pipeline::ProcessFunction ProcessFunctionOf(const config::Config& config);

}  // namespace newsmill::app
