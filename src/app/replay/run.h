// The work of `newsmill replay`.
#pragma once

#include "newsmill/app/worker.h"
#include "newsmill/config/config.h"
#include "replay/arguments.h"

namespace newsmill::app {

/// Runs one worker until the group has committed the whole range or a signal
/// stops it, and writes the report. Returns the exit code. `config` is that of
/// ReplayConfigOf. Call it on the main thread before any other thread exists.
int RunReplay(config::Config config, const ReplayArguments& arguments,
              const ReplayBounds& bounds, const WorkerParts& overrides);

}  // namespace newsmill::app
