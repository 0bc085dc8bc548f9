// Checks the brokers and the topics before a worker starts.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "stop_signal.h"

namespace newsmill::app {

enum class Ready { kYes, kUnreachable, kUnfit };
enum class MissingTopics {
  kRefused,
  // AwaitTopics creates missing output topics, with as many partitions as
  // topics.raw.
  kCreated,
};

/// Makes a stop signal end the process at once with `exit_code`. The next call
/// of StopSignal::OnStop replaces this action. Call ExitOnStop before a worker
/// starts: no message is in flight yet, and a stop must not wait for an
/// unreachable broker.
void ExitOnStop(int exit_code, StopSignal& stop, logging::Log& log);

/// Returns whether a worker can use the topics. Logs each problem with a topic.
/// Waits at most a minute for the brokers, because they may start later than
/// the worker. If waiting cannot help, for example after a rejected login,
/// returns kUnfit at once.
Ready AwaitTopics(const config::Config& config, MissingTopics missing,
                  StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
