// Compares the first entries of a fingerprint log with the terms of a worker.
#pragma once

#include <expected>

#include "newsmill/model/log_entry.h"
#include "newsmill/pipeline/fingerprint_log.h"
#include "newsmill/pipeline/log_terms.h"

namespace newsmill::pipeline {

/// Returns an error if the log belongs to another group or has other outputs
/// than the worker, or if other rules than those of the worker are in force.
/// The rules may have another known version of the fingerprints.
std::expected<void, LogError> CheckTerms(const LogTerms& terms,
                                         const model::GenesisEntry& genesis,
                                         const model::RulesEntry& rules);

}  // namespace newsmill::pipeline
