// Examines suspect messages in child processes. A suspect message may have
// killed workers, see pipeline/crash_guard.h.
#pragma once

#include "newsmill/config/config.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::app {

/// Returns a function that examines a suspect message in child processes. A
/// child process runs `newsmill examine` with `config`, and has limits on
/// memory and CPU time. A child has crashed if it died of a signal that it
/// raised itself: by a fault, an abort or the limit on CPU time. A child that
/// hangs, or that another process kills, has not crashed.
///
/// The function starts a first child with the suspect message. If this child
/// crashes, a second child processes the same message. If the second child also
/// crashes, a third child processes a harmless message. If the third child
/// succeeds, the suspect message kills workers, and the function returns how
/// the second child died. In all other cases, the function returns nothing.
///
/// The function is thread-safe: only one child runs at a time. `observer` must
/// outlive the function.
pipeline::ExamineFunction ExamineInChild(const config::Config& config,
                                         pipeline::Observer& observer);

}  // namespace newsmill::app
