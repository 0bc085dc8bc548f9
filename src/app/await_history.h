// The committed offsets of the group, before its fingerprint log is opened.
#pragma once

#include <expected>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/log_terms.h"
#include "stop_signal.h"

namespace newsmill::app {

/// Returns what the group has committed. Waits at most a minute for a
/// coordinator that answers, and then returns the last error. Returns a
/// misconfiguration at once.
std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
