// Examines suspect messages in child processes, see pipeline/crash_guard.h.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns a function that starts this program as `newsmill examine`. The child
/// processes the message with `config`, with limits on memory and CPU time. The
/// message is guilty if two such children in a row die of a signal that a
/// process raises itself (a fault, an abort, the limit on CPU time), and a
/// third child succeeds with a harmless message. A child that hangs, or that
/// another process kills, proves nothing. Thread-safe: runs one child at a
/// time. `observer` must outlive the function.
pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer);

}  // namespace newsmill::app
