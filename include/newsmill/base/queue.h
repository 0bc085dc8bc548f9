// The queue between two stages of the pipeline.
//
// The queue does not limit its size. Instead, one ByteBudget limits the bytes
// of all messages in flight. A message is charged to the budget before it
// enters the first queue. If each queue had a limit, two stages could wait for
// each other forever.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill {

/// A first-in first-out queue. Thread-safe: any number of threads may push and
/// pop. After Close, Push drops its item, and the pop functions return the
/// items that are left.
template <typename T>
class Queue {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  void Push(T item) {
    {
      const MutexLock lock(mutex_);
      if (closed_) return;
      items_.push_back(std::move(item));
    }
    ready_.NotifyOne();
  }

  /// Waits for an item and returns it. Returns nothing once the queue is closed
  /// and empty.
  std::optional<T> Pop() {
    const MutexLock lock(mutex_);
    while (items_.empty() && !closed_) ready_.Wait(mutex_);
    return TakeFront();
  }

  /// Waits for an item until `deadline` and returns it. Returns nothing after
  /// `deadline`, or once the queue is closed and empty. Finished()
  /// distinguishes these two cases.
  std::optional<T> PopUntil(Deadline deadline) {
    const MutexLock lock(mutex_);
    while (items_.empty() && !closed_) {
      if (!ready_.WaitUntil(mutex_, deadline)) break;
    }
    return TakeFront();
  }

  /// Returns an item, or nothing if the queue is empty. Never waits.
  std::optional<T> TryPop() {
    const MutexLock lock(mutex_);
    return TakeFront();
  }

  /// Returns the number of items at this moment, for monitoring.
  size_t size() {
    const MutexLock lock(mutex_);
    return items_.size();
  }

  void Close() {
    {
      const MutexLock lock(mutex_);
      closed_ = true;
    }
    ready_.NotifyAll();
  }

  /// Returns true once the queue is closed and empty.
  bool Finished() {
    const MutexLock lock(mutex_);
    return closed_ && items_.empty();
  }

 private:
  std::optional<T> TakeFront() REQUIRES(mutex_) {
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    return item;
  }

  Mutex mutex_;
  CondVar ready_;
  std::deque<T> items_ GUARDED_BY(mutex_);
  bool closed_ GUARDED_BY(mutex_) = false;
};

}  // namespace newsmill
