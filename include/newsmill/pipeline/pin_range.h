// Writes the range of a replay into the replay's own log. So all workers of the
// replay read the same offsets, also after a restart.
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
/// the log belongs to another fleet, and PinRange returns an error. Opens and
/// closes `log`. Waits at most 30 s, in addition to the waits in the log's own
/// calls.
std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose);

}  // namespace newsmill::pipeline
