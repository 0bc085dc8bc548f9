// Examines suspect messages in child processes, see pipeline/crash_guard.h.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns a function that starts this program as `newsmill examine`. This
/// child processes the message with `config`, and has limits on memory and CPU
/// time. The message is found to kill workers if two such children in a row die
/// of a signal that a process raises itself (a fault, an abort, the limit on
/// CPU time), but a third child succeeds with a harmless message. If a child
/// hangs, or if another process kills it, that proves nothing. Thread-safe:
/// only one child runs at a time. `observer` must outlive the function.
pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer);

}  // namespace newsmill::app
