// The publish thread: collects decided messages and commits them by time and
// size.
#pragma once

#include <chrono>
#include <vector>

#include "channels.h"
#include "in_flight.h"
#include "newsmill/dedup/options.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/options.h"
#include "newsmill/pipeline/sink.h"
#include "publisher.h"

namespace newsmill::pipeline {

/// The publish thread. This thread is the only user of the sink, and never
/// waits for another stage.
class PublishLoop {
 public:
  PublishLoop(Channels& channels, Sink& sink, Observer& observer,
              const Options& options, dedup::Duplicates duplicates);

  /// Runs the loop. Returns when the queue to_publish is closed and empty.
  void RunPublishLoop();

 private:
  void On(InFlight in_flight);
  void On(const BeginAssignment& begin);
  void On(const ConfirmAssignment& confirm);
  void On(EndAssignment end);
  void On(CommitSoon) { commit_soon_ = true; }

  bool Due() const;
  /// Returns whether nothing can be committed before the next command.
  bool Waiting() const { return batch_.empty() || retracting_; }
  void CommitBatch();
  void SendToRetract();
  void ActOn(Publisher::Result result);
  void AbandonBatch(AbandonCause cause);

  Channels& channels_;
  Observer& observer_;
  const Options options_;
  const int64_t max_batch_bytes_;
  Publisher publisher_;
  AssignmentId assignment_ = kNoAssignment;  // its outcomes may be published
  model::AssignmentKey assignment_key_ = 0;
  std::vector<InFlight> batch_;
  int64_t batch_bytes_ = 0;
  bool commit_soon_ = false;
  bool retracting_ = false;  // decide has the first message of the batch
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace newsmill::pipeline
