// The extraction threads: raw message in, outcomes out. Pure, in any order.
#pragma once

#include "channels.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::pipeline {

/// What an extraction thread works with.
struct ExtractionParts {
  Channels& channels;
  Heartbeat& heartbeat;  // the thread's own
  const ProcessFunction& process;
  const ExamineFunction& examine;  // may be empty
  Observer& observer;
};

/// Returns when the queue to_extract is closed and empty. Many threads run it.
void RunExtractionLoop(const ExtractionParts& parts);

}  // namespace newsmill::pipeline
