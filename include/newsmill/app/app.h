// The command line program.
#pragma once

#include "newsmill/app/worker.h"

namespace newsmill::app {

/// Runs the command that the arguments name. Returns the exit code: 0 success,
/// 1 failure while running, 2 wrong usage or configuration. Call it from `main`
/// before any other thread exists. `overrides` has functions that wrap the
/// parts of the workers of `run` and `replay`.
int Main(int argc, const char* const* argv, const WorkerParts& overrides = {});

}  // namespace newsmill::app
