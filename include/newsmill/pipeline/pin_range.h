// A replay writes its range into its own log, so that all its workers and all
// its restarts read the same offsets.
#pragma once

#include <expected>
#include <functional>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Returns the range with which `log` begins. Into an empty log it writes the
/// range that `propose` returns; if several workers do that at once, the first
/// range counts. A log that begins with another entry belongs to another fleet:
/// an error. Opens and closes `log`. Waits at most 30 s, and for the log's own
/// calls.
std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose);

}  // namespace newsmill::pipeline
