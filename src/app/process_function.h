// Makes the function that turns a message into records. The function does no
// input or output.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns the function that processes messages with the options in `config`.
/// The function has its own copy of the options. If `dedup.enabled` is false,
/// each article is an original.
pipeline::ProcessFunction ProcessFunctionOf(const config::Config& config);

}  // namespace newsmill::app
