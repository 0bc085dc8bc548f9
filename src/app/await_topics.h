// Checks the brokers and the topics before a worker starts.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "stop_signal.h"

namespace newsmill::app {

enum class Ready { kYes, kUnreachable, kUnfit };
enum class MissingTopics {
  kRefused,
  // Missing output topics are created, with as many partitions as topics.raw.
  kCreated,
};

/// After this call, a stop signal ends the process at once with `exit_code`,
/// until StopSignal::OnStop is called again. Before a worker starts there is
/// nothing to drain, and a stop must not wait for an unreachable broker.
void ExitOnStop(int exit_code, StopSignal& stop, logging::Log& log);

/// Returns whether a worker can use the topics. Logs each reason why it cannot.
/// Waits at most a minute for brokers, because they may start later than the
/// worker. If waiting cannot help, for example after a rejected login, returns
/// kUnfit at once.
Ready AwaitTopics(const config::Config& config, MissingTopics missing,
                  StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
