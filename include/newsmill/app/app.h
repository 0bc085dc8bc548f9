// The command line program `newsmill`.
#pragma once

#include "newsmill/app/worker.h"

namespace newsmill::app {

/// Runs the command in `argv`, such as `newsmill run`. Returns the exit code: 0
/// after success, 1 after a failure at run time, 2 for a wrong command line or
/// configuration. Call Main from `main` before any other thread exists. The
/// functions in `overrides` wrap parts of the worker that `newsmill run` or
/// `newsmill replay` starts.
int Main(int argc, const char* const* argv, const WorkerParts& overrides = {});

}  // namespace newsmill::app
