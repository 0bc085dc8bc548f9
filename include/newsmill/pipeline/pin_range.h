// The range of a replay stands in its own log: that makes all its workers and
// all its restarts read the same.
#pragma once

#include <expected>
#include <functional>

#include "newsmill/base/error.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"

namespace newsmill::pipeline {

/// What `log` begins with. An empty one is given what `propose` says; of
/// several workers that do so at once the first counts. A log that begins with
/// anything else is another fleet's: an error. Opens and closes `log`; waits
/// for half a minute at most beside what the log's calls take.
std::expected<model::RangeEntry, Error> PinRange(
    FingerprintLog& log,
    const std::function<std::expected<model::RangeEntry, Error>()>& propose);

}  // namespace newsmill::pipeline
