// The queue between two stages of the pipeline.
//
// It has no bound of its own: what is in flight is bounded by one ByteBudget,
// charged before a message enters the first queue. A bound per queue on top of
// that could make two stages wait for each other.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "newsmill/base/mutex.h"

namespace newsmill {

/// First in, first out; any number of threads on both ends.
/// After Close, pushed items are dropped and pops drain what is left.
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

  /// Nothing when the queue is closed and empty.
  std::optional<T> Pop() {
    const MutexLock lock(mutex_);
    while (items_.empty() && !closed_) ready_.Wait(mutex_);
    return TakeFront();
  }

  /// Nothing when `deadline` passed too; see Finished().
  std::optional<T> PopUntil(Deadline deadline) {
    const MutexLock lock(mutex_);
    while (items_.empty() && !closed_) {
      if (!ready_.WaitUntil(mutex_, deadline)) break;
    }
    return TakeFront();
  }

  std::optional<T> TryPop() {
    const MutexLock lock(mutex_);
    return TakeFront();
  }

  /// A moment's look, for whoever watches.
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

  /// True once the queue is closed and all its items are taken.
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
