// Examines suspects in child processes, see pipeline/crash_guard.h.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Each call starts this program again, as `newsmill examine`, which processes
/// the message as `config` says, within bounds on memory and CPU time. The
/// message is to blame if two such processes in a row die of a signal that a
/// process raises itself (a fault, an abort, the bound on CPU time), and a
/// third one ends well with a harmless message. A child that somebody else
/// kills, or that is stuck, proves nothing. One child at a time. Thread-safe;
/// `observer` outlives it.
pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer);

}  // namespace newsmill::app
