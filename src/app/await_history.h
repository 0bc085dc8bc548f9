// Fetches the committed offsets of the group, before its fingerprint log is
// opened.
#pragma once

#include <expected>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/log_terms.h"
#include "stop_signal.h"

namespace newsmill::app {

/// Returns the history of the group, which is derived from its committed
/// offsets. Waits at most a minute for an answer of the coordinator, and then
/// returns the last error. If the error is a misconfiguration, returns it at
/// once.
std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
