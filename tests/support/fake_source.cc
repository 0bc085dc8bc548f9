#include "support/fake_source.h"

#include <utility>

#include "fmt/format.h"

namespace newsmill::testing {

using pipeline::SourceEvent;

FakeSource::FakeSource(FakeBroker& broker,
                       std::vector<model::RawMessage> messages)
    : broker_(broker) {
  for (model::RawMessage& message : messages) {
    messages_[message.partition].push_back(std::move(message));
  }
  const MutexLock lock(mutex_);
  Assign();
}

void FakeSource::Assign() {
  const std::string group_metadata =
      fmt::format("generation {} of {}", ++assignments_, fmt::ptr(this));
  broker_.SetGeneration(group_metadata);
  pipeline::Assigned assigned{.partitions = {},
                              .group_metadata = group_metadata};
  for (const auto& [partition, list] : messages_) {
    assigned.partitions.push_back(partition);
  }
  events_.emplace_back(std::move(assigned));
  started_ = false;
  taken_back_ = false;
  exhausted_reported_ = false;
}

void FakeSource::Revoke(bool lost) {
  const MutexLock lock(mutex_);
  if (taken_back_) return;
  taken_back_ = true;
  if (lost) broker_.SetGeneration("somebody else's");
  events_.emplace_back(pipeline::Revoked{.lost = lost});
  changed_.NotifyAll();
}

void FakeSource::HoldOpen() {
  const MutexLock lock(mutex_);
  held_open_ = true;
}

void FakeSource::Fail(std::string what) {
  const MutexLock lock(mutex_);
  events_.emplace_back(pipeline::Failed{{std::move(what)}});
  changed_.NotifyAll();
}

int FakeSource::assignments() {
  const MutexLock lock(mutex_);
  return assignments_;
}

SourceEvent FakeSource::Poll(bool want_messages,
                             std::chrono::milliseconds timeout) {
  const MutexLock lock(mutex_);
  if (!events_.empty()) {
    SourceEvent event = std::move(events_.front());
    events_.pop_front();
    return event;
  }
  if (!want_messages || !started_) return std::monostate();
  for (auto& [partition, next] : next_) {
    const auto& list = messages_[partition];
    if (next < list.size()) return list[next++];
  }
  if (!held_open_ && !exhausted_reported_) {
    exhausted_reported_ = true;
    return pipeline::Exhausted{};
  }
  changed_.WaitUntil(mutex_, std::chrono::steady_clock::now() + timeout);
  return std::monostate();
}

void FakeSource::Start(std::span<const pipeline::Progress> starts) {
  const MutexLock lock(mutex_);
  next_.clear();
  for (const pipeline::Progress& start : starts) {
    size_t& next = next_[start.partition];
    const auto& list = messages_[start.partition];
    while (next < list.size() && list[next].offset < start.next_offset) ++next;
  }
  started_ = true;
}

void FakeSource::Release() {
  const MutexLock lock(mutex_);
  Assign();
}

void FakeSource::Rejoin() { Revoke(/*lost=*/true); }

void FakeSource::Close() {
  const MutexLock lock(mutex_);
  started_ = false;
}

}  // namespace newsmill::testing
