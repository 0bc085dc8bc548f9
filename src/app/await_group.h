// Asks the coordinator of the consumer group about the group, before the worker
// opens the fingerprint log.
#pragma once

#include <expected>
#include <span>

#include "newsmill/base/error.h"
#include "newsmill/config/config.h"
#include "newsmill/kafka/kafka.h"
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

/// Returns an error if the consumer group has members other than this worker.
/// Then --accept-short-log is not allowed. Tries again as AwaitGroupHistory
/// does if the members cannot be fetched.
std::expected<void, Error> AwaitNoOtherMembers(const config::Config& config,
                                               StopSignal& stop,
                                               logging::Log& log);

/// Returns the error of AwaitNoOtherMembers if `members` of the group are other
/// workers. A member with the kafka.instance_id of this worker is an earlier
/// run of this worker.
std::expected<void, Error> CheckNoOtherMembers(
    const kafka::Options& options, std::span<const kafka::GroupMember> members);

}  // namespace newsmill::app
