// Runs the extraction threads. These threads turn raw messages into outcomes. A
// result depends only on its message, so the threads may process messages in
// any order.
#pragma once

#include "channels.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/processor.h"

namespace newsmill::pipeline {

/// The objects that an extraction thread uses.
struct ExtractionParts {
  Channels& channels;
  Heartbeat& heartbeat;  // the thread's own
  const ProcessFunction& process;
  const ExamineFunction& examine;  // empty: suspects are not examined
  Observer& observer;
};

/// Runs the loop of one extraction thread. Returns when the queue to_extract is
/// closed and empty. Each extraction thread runs this function.
void RunExtractionLoop(const ExtractionParts& parts);

}  // namespace newsmill::pipeline
