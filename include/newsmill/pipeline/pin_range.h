// A replay writes its range into its own log, so that all its workers and all
// its restarts read the same offsets.
#pragma once

#include <expected>
#include <functional>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Returns the range in the first entry of `log`. If the log is empty, first
/// writes the range that `propose` returns. If several workers write a range at
/// once, the first range counts. If the log begins with another kind of entry,
/// it belongs to another fleet, and PinRange returns an error. Opens and closes
/// `log`. Waits at most 30 s, in addition to the waits in the log's own calls.
std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose);

}  // namespace newsmill::pipeline
