// The extraction threads: raw message in, outcomes out. Pure, in any order.
#pragma once

#include "channels.h"
#include "newsmill/pipeline/io.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::pipeline {

/// Returns when the queue to_extract is closed and empty. Many threads run it,
/// each with a pulse of its own.
void RunExtractionLoop(Channels& channels, Pulse& pulse,
                       const ProcessFunction& process, Observer& observer);

}  // namespace newsmill::pipeline
