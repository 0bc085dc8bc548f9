// The brokers and the topics, before a worker begins.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/logging/log.h"
#include "stop_signal.h"

namespace newsmill::app {

enum class Ready { kYes, kUnreachable, kUnfit };
enum class MissingTopics {
  kRefused,
  kCreated,  // those that are written, with as many partitions as topics.raw
};

/// Nothing has begun: a stop ends the process at once and need not wait for a
/// broker that is away. Until the next StopSignal::OnStop.
void ExitOnStop(int exit_code, StopSignal& stop, logging::Log& log);

/// Waits for brokers, a minute at most, since they may come up later than the
/// worker does; then judges the topics. Does not wait where that cannot help: a
/// rejected login is kUnfit. Logs what is not fine.
Ready AwaitTopics(const config::Config& config, MissingTopics missing,
                  StopSignal& stop, logging::Log& log);

}  // namespace newsmill::app
