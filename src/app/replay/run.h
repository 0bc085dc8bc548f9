// The work of `newsmill replay`.
#pragma once

#include "newsmill/app/worker.h"
#include "newsmill/config/config.h"
#include "replay/arguments.h"

namespace newsmill::app {

/// One worker, until the group has committed the whole range or somebody stops
/// it; then the report. `config` is from ReplayConfigOf. Gives the exit code.
/// Call it from the main thread, before any other thread.
int RunReplay(config::Config config, const ReplayArguments& arguments,
              const ReplayBounds& bounds, const WorkerParts& overrides);

}  // namespace newsmill::app
