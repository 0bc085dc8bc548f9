// Examines suspect messages in child processes, see pipeline/crash_guard.h.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns a function that starts this program as `newsmill examine`, which
/// processes the message by `config`, with bounds on memory and CPU time. The
/// message is guilty if two such processes in a row die of a signal that a
/// process raises itself (a fault, an abort, the bound on CPU time), and a
/// third one succeeds with a harmless message. A child that is stuck, or that
/// another process kills, proves nothing. Thread-safe: runs one child at a
/// time. `observer` must outlive the function.
pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer);

}  // namespace newsmill::app
