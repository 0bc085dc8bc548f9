// The command line program.
#pragma once

#include "newsmill/app/worker.h"

namespace newsmill::app {

/// Does what the arguments say and gives the exit code: 0 done, 1 failed while
/// running, 2 wrong usage or configuration. Call it from `main`, before any
/// thread. `overrides` are for the workers of `run` and `replay`.
int Main(int argc, const char* const* argv, const WorkerParts& overrides = {});

}  // namespace newsmill::app
