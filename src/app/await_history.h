// Fetches the committed offsets of the consumer group, before the worker opens
// the fingerprint log.
#pragma once

#include <expected>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/log_terms.h"
#include "stop_signal.h"

namespace newsmill::app {

/// Returns the history of the consumer group, which is derived from the
/// committed offsets of the group. After an error, tries again until a minute
/// has passed, and then returns the last error. Returns an error at once if the
/// error is a misconfiguration.
std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
