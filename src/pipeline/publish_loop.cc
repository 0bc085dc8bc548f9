#include "publish_loop.h"

#include <algorithm>
#include <utility>

#include "newsmill/model/identity.h"

namespace newsmill::pipeline {

using Clock = std::chrono::steady_clock;

PublishLoop::PublishLoop(Channels& channels, Sink& sink, Observer& observer,
                         const Options& options, dedup::Duplicates duplicates)
    : channels_(channels),
      observer_(observer),
      options_(options),
      // The batch may use only a quarter of the byte budget. So there is room
      // for other messages while this thread commits.
      max_batch_bytes_(std::min(options.max_transaction_bytes,
                                options.max_in_flight_bytes / 4)),
      publisher_(
          {.sink = sink,
           .observer = observer,
           .duplicates = duplicates,
           .provenance = options.provenance,
           .wait_or_interrupted = [this](std::chrono::milliseconds time) {
             channels_.publish_heartbeat.Beat();
             const bool given_up = channels_.WaitOrGivenUp(assignment_, time);
             channels_.publish_heartbeat.Beat();
             return given_up;
           }}) {}

void PublishLoop::RunPublishLoop() {
  while (!channels_.to_publish.Finished()) {
    channels_.publish_heartbeat.Rest();
    auto command = Waiting() ? channels_.to_publish.Pop()
                             : channels_.to_publish.PopUntil(
                                   commit_soon_ ? Clock::now() : deadline_);
    channels_.publish_heartbeat.Beat();
    if (command) {
      std::visit([this](auto& which) { On(std::move(which)); }, *command);
    }
    if (Due() || (commit_soon_ && !command && !Waiting())) CommitBatch();
  }
  AbandonBatch(AbandonCause::kDrain);
  publisher_.ResolveUndecided();
  channels_.publish_heartbeat.Rest();
}

void PublishLoop::On(InFlight in_flight) {
  if (in_flight.assignment != assignment_) {
    observer_.On(
        ItemsAbandoned{.items = static_cast<int64_t>(in_flight.outcomes.size()),
                       .cause = AbandonCause::kRevoke});
    return;
  }
  const auto now = channels_.publish_heartbeat.Beat();
  observer_.On(StageEntered{Stage::kPublish, now - in_flight.since});
  in_flight.since = now;
  if (batch_.empty()) deadline_ = now + options_.commit_interval;
  if (in_flight.refused_outcome) deadline_ = now;
  batch_bytes_ += in_flight.charge.bytes();
  if (!in_flight.refused_outcome) {
    batch_.push_back(std::move(in_flight));
    return;
  }
  in_flight.refused_outcome.reset();
  batch_.insert(batch_.begin(), std::move(in_flight));
  retracting_ = false;
}

void PublishLoop::On(const BeginAssignment& begin) {
  commit_soon_ = false;
  assignment_ = begin.assignment;
  // The number of the assignment is part of the key, because two assignments
  // may have the same group metadata.
  assignment_key_ = model::FieldHash()
                        .Add(begin.assigned.group_metadata)
                        .Add(static_cast<int64_t>(begin.assignment))
                        .Digest()
                        .low;
  const Publisher::Result result = publisher_.Begin(begin.assigned);
  if (result != Publisher::Result::kCommitted) {
    ActOn(result);
    return;
  }
  channels_.to_decide.Push(ClaimPartitions{.assignment = assignment_,
                                           .key = assignment_key_,
                                           .starts = publisher_.positions()});
}

void PublishLoop::On(const ConfirmAssignment& confirm) {
  if (confirm.assignment != assignment_) return;
  const Publisher::Result result =
      publisher_.Confirm(confirm.starts, confirm.log);
  ActOn(result);
  if (result == Publisher::Result::kCommitted) {
    channels_.to_intake.Push(AssignmentConfirmed{
        confirm.assignment, publisher_.starts(), confirm.rewound});
  }
}

void PublishLoop::On(EndAssignment end) {
  // While the first message of the batch is being retracted, the messages after
  // it cannot be committed. If the assignment is given up but not lost, each
  // commit gets only one attempt.
  if (end.ending == Ending::kCommit && !retracting_) CommitBatch();
  if (assignment_ == end.assignment && end.ending != Ending::kLost) {
    if (end.ending == Ending::kCommit && end.ran) {
      ActOn(publisher_.Finish());
    } else {
      publisher_.TryFinish(end.ran);
    }
  }
  AbandonBatch(end.cause);
  publisher_.Forget();
  assignment_ = kNoAssignment;
  channels_.to_intake.Push(AssignmentClosed{end.assignment});
}

bool PublishLoop::Due() const {
  if (Waiting()) return false;
  return batch_bytes_ >= max_batch_bytes_ ||
         static_cast<int64_t>(batch_.size()) >=
             options_.max_transaction_messages ||
         Clock::now() >= deadline_;
}

void PublishLoop::CommitBatch() {
  if (batch_.empty()) return;
  const Publisher::Result result = publisher_.Publish(batch_);
  if (assignment_ != kNoAssignment) {
    channels_.to_decide.Push(
        Committed{assignment_, assignment_key_, publisher_.starts()});
  }
  if (result == Publisher::Result::kRetract) {
    SendToRetract();
    return;
  }
  ActOn(result);
  batch_bytes_ = 0;
}

void PublishLoop::SendToRetract() {
  batch_.front().since = channels_.publish_heartbeat.Beat();
  channels_.to_decide.Push(std::move(batch_.front()));
  batch_.erase(batch_.begin());
  batch_bytes_ = 0;
  for (const InFlight& in_flight : batch_) {
    batch_bytes_ += in_flight.charge.bytes();
  }
  retracting_ = true;
}

void PublishLoop::ActOn(Publisher::Result result) {
  switch (result) {
    case Publisher::Result::kCommitted:
    case Publisher::Result::kRetract:  // CommitBatch handles it
      return;
    case Publisher::Result::kFenced:
      channels_.to_intake.Push(AssignmentFenced{assignment_});
      break;
    case Publisher::Result::kInterrupted:
      break;
    case Publisher::Result::kStopped:
      channels_.to_intake.Push(Stopped{publisher_.stop_error()});
      publisher_.TryFinish(/*ran=*/true);
      break;
  }
  assignment_ = kNoAssignment;
  AbandonBatch(AbandonCause::kAbort);
}

void PublishLoop::AbandonBatch(AbandonCause cause) {
  int64_t items = 0;
  for (const InFlight& in_flight : batch_) {
    items += static_cast<int64_t>(in_flight.outcomes.size());
  }
  if (items > 0) observer_.On(ItemsAbandoned{items, cause});
  batch_.clear();
  batch_bytes_ = 0;
  retracting_ = false;
}

}  // namespace newsmill::pipeline
