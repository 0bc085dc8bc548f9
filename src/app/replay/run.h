// Runs a replay, after the command line has been checked.
#pragma once

#include "newsmill/app/worker.h"
#include "newsmill/config/config.h"
#include "replay/arguments.h"

namespace newsmill::app {

/// Runs one worker until the group has committed the whole range or a signal
/// stops the worker. Then writes the report and returns the exit code. `config`
/// comes from ReplayConfigOf. Call RunReplay on the main thread before any
/// other thread exists.
int RunReplay(config::Config config, const ReplayArguments& arguments,
              const ReplayBounds& bounds, const WorkerParts& overrides);

}  // namespace newsmill::app
