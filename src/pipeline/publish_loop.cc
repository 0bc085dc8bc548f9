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
      // Several transactions fit the budget, so that the stages before this
      // one have room while it commits.
      max_batch_bytes_(std::min(options.max_transaction_bytes,
                                options.max_in_flight_bytes / 4)),
      publisher_(
          {.sink = sink,
           .observer = observer,
           .duplicates = duplicates,
           .provenance = options.provenance,
           .wait_or_interrupted = [this](std::chrono::milliseconds time) {
             channels_.publish_pulse.Beat();
             const bool given_up = channels_.WaitOrGivenUp(session_, time);
             channels_.publish_pulse.Beat();
             return given_up;
           }}) {}

void PublishLoop::RunPublishLoop() {
  while (!channels_.to_publish.Finished()) {
    channels_.publish_pulse.Rest();
    auto command =
        Waiting()
            ? channels_.to_publish.Pop()
            : channels_.to_publish.PopUntil(hurry_ ? Clock::now() : deadline_);
    channels_.publish_pulse.Beat();
    if (command) {
      std::visit([this](auto& which) { On(std::move(which)); }, *command);
    }
    if (Due() || (hurry_ && !command && !Waiting())) CommitBatch();
  }
  AbandonBatch(AbandonCause::kDrain);
  publisher_.TellFateOfUndecided();
  channels_.publish_pulse.Rest();
}

void PublishLoop::On(InFlight in_flight) {
  if (in_flight.session != session_) {
    observer_.On(
        ItemsAbandoned{.items = static_cast<int64_t>(in_flight.outcomes.size()),
                       .cause = AbandonCause::kRevoke});
    return;
  }
  const auto now = channels_.publish_pulse.Beat();
  observer_.On(StageEntered{Stage::kPublish, now - in_flight.since});
  in_flight.since = now;
  if (batch_.empty()) deadline_ = now + options_.commit_interval;
  if (in_flight.condemned) deadline_ = now;
  batch_bytes_ += in_flight.charge.bytes();
  if (!in_flight.condemned) {
    batch_.push_back(std::move(in_flight));
    return;
  }
  in_flight.condemned.reset();
  batch_.insert(batch_.begin(), std::move(in_flight));
  retracting_ = false;
}

void PublishLoop::On(const BeginSession& begin) {
  hurry_ = false;
  session_ = begin.session;
  // The same membership may begin more than one session.
  session_key_ = model::FieldHash()
                     .Add(begin.assigned.membership)
                     .Add(static_cast<int64_t>(begin.session))
                     .Digest()
                     .low;
  const Publisher::Result result = publisher_.Begin(begin.assigned);
  if (result != Publisher::Result::kCommitted) {
    Follow(result);
    return;
  }
  channels_.to_decide.Push(ClaimSession{.session = session_,
                                        .key = session_key_,
                                        .starts = publisher_.standings()});
}

void PublishLoop::On(const ConfirmSession& confirm) {
  if (confirm.session != session_) return;
  const Publisher::Result result =
      publisher_.Confirm(confirm.starts, confirm.log);
  Follow(result);
  if (result == Publisher::Result::kCommitted) {
    channels_.to_intake.Push(SessionConfirmed{
        confirm.session, publisher_.starts(), confirm.rewound});
  }
}

void PublishLoop::On(EndSession end) {
  // One that is given up but not lost gets one attempt at either. What stands
  // behind a message that is being retracted cannot be committed before it.
  if (end.ending == Ending::kCommit && !retracting_) CommitBatch();
  if (session_ == end.session && end.ending != Ending::kLost) {
    if (end.ending == Ending::kCommit && end.ran) {
      Follow(publisher_.Finish());
    } else {
      publisher_.TryFinish(end.ran);
    }
  }
  AbandonBatch(end.cause);
  publisher_.Forget();
  session_ = kNoSession;
  channels_.to_intake.Push(SessionEnded{end.session});
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
  if (session_ != kNoSession) {
    channels_.to_decide.Push(
        Committed{session_, session_key_, publisher_.starts()});
  }
  if (result == Publisher::Result::kCondemned) {
    SendToRetract();
    return;
  }
  Follow(result);
  batch_bytes_ = 0;
}

void PublishLoop::SendToRetract() {
  batch_.front().since = channels_.publish_pulse.Beat();
  channels_.to_decide.Push(std::move(batch_.front()));
  batch_.erase(batch_.begin());
  batch_bytes_ = 0;
  for (const InFlight& in_flight : batch_) {
    batch_bytes_ += in_flight.charge.bytes();
  }
  retracting_ = true;
}

void PublishLoop::Follow(Publisher::Result result) {
  switch (result) {
    case Publisher::Result::kCommitted:
    case Publisher::Result::kCondemned:  // CommitBatch follows it
      return;
    case Publisher::Result::kDeposed:
      channels_.to_intake.Push(SessionDeposed{session_});
      break;
    case Publisher::Result::kInterrupted:
      break;
    case Publisher::Result::kStopped:
      channels_.to_intake.Push(Stopped{publisher_.stop_error()});
      publisher_.TryFinish(/*ran=*/true);
      break;
  }
  session_ = kNoSession;
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
