// Runs the publish thread. The thread collects decided messages in a batch. It
// commits the batch when the batch is old or large enough.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "channels.h"
#include "in_flight.h"
#include "newsmill/dedup/options.h"
#include "newsmill/pipeline/observer.h"
#include "newsmill/pipeline/options.h"
#include "newsmill/pipeline/sink.h"
#include "publisher.h"

namespace newsmill::pipeline {

/// Runs the publish thread. Only this thread uses the sink. It waits only for
/// new commands and for the sink.
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
  /// Returns whether the loop must wait for a command, because there is nothing
  /// to commit now.
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
  // Only messages of this assignment may be published.
  AssignmentId assignment_ = kNoAssignment;
  model::AssignmentKey assignment_key_ = 0;
  std::vector<InFlight> batch_;
  int64_t batch_bytes_ = 0;
  bool commit_soon_ = false;
  // True while the decide thread retracts an outcome of the first message in
  // the batch.
  bool retracting_ = false;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace newsmill::pipeline
