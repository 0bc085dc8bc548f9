// The command line program.
#pragma once

namespace newsmill::app {

/// Does what the arguments say and gives the exit code: 0 done, 1 failed while
/// running, 2 wrong usage or configuration. Call it from `main`, before any
/// thread.
int Main(int argc, const char* const* argv);

}  // namespace newsmill::app
