// Writes the range of a replay into the replay's own log. So all workers of the
// replay read the same offsets, also after a restart.
#pragma once

#include <expected>
#include <functional>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// Returns the range in the first entry of `log`. If the log is empty, PinRange
/// first writes the range that `propose` returns. If several workers write a
/// range at the same time, all of them use the first range in the log. If the
/// first entry is not a range, the log belongs to another fleet, and PinRange
/// returns an error. Opens and closes `log`. Waits at most 30 s, plus the time
/// that the functions of `log` wait.
std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose);

}  // namespace newsmill::pipeline
