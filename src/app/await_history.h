// What the group has committed, before its fingerprint log is opened.
#pragma once

#include <expected>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "newsmill/pipeline/log_terms.h"
#include "stop_signal.h"

namespace newsmill::app {

/// Waits a minute for a group coordinator that answers.
std::expected<pipeline::GroupHistory, Error> AwaitGroupHistory(
    const config::Config& config, StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
