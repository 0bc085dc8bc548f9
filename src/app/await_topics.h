// Checks the brokers and the topics before a worker starts.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "stop_signal.h"

namespace newsmill::app {

enum class Ready { kYes, kUnreachable, kUnfit };
enum class MissingTopics {
  kRefused,
  kCreated,  // the output topics, with as many partitions as topics.raw
};

/// Makes a stop end the process at once, until the next StopSignal::OnStop.
/// Before a worker starts there is nothing to drain, and a stop must not wait
/// for an unreachable broker.
void ExitOnStop(int exit_code, StopSignal& stop, logging::Log& log);

/// Returns whether a worker can use the topics, and logs each reason why not.
/// Waits at most a minute for brokers, which may start later than the worker.
/// Returns kUnfit at once if waiting cannot help, as for a rejected login.
Ready AwaitTopics(const config::Config& config, MissingTopics missing,
                  StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
