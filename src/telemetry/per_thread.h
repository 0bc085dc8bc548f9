// Keeps one value for each thread. All threads can read all values.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <thread>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// Keeps one value for each thread. Only the thread itself writes its value,
/// and other threads may read the value at the same time. A value exists as
/// long as this object, even after the thread has ended. A later thread with
/// the same thread id uses the same value.
template <typename T>
class PerThread {
 public:
  /// Returns the value of the calling thread. Takes a lock at the first call of
  /// the thread. Later calls take a lock only if the thread has used another
  /// PerThread object in the meantime. This happens in tests.
  T& OfThisThread() {
    struct Last {
      uint64_t owner = 0;
      T* value = nullptr;
    };
    thread_local Last last;
    if (last.owner != id_) last = {id_, &FindOrAdd()};
    return *last.value;
  }

  /// Calls `visit` with each value. Until ForEach returns, a thread that calls
  /// OfThisThread for the first time waits. Threads that already have a value
  /// do not wait.
  template <typename Visit>
  void ForEach(Visit visit) const {
    const MutexLock lock(mutex_);
    for (const auto& [thread, value] : values_) visit(*value);
  }

 private:
  T& FindOrAdd() {
    const MutexLock lock(mutex_);
    std::unique_ptr<T>& value = values_[std::this_thread::get_id()];
    if (!value) value = std::make_unique<T>();
    return *value;
  }
  // Returns a new id. An id is never used again. The address of an object would
  // not be safe, because a later object can have the same address.
  static uint64_t NextId() {
    static std::atomic<uint64_t> last = 0;
    return ++last;
  }

  const uint64_t id_ = NextId();
  mutable Mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<T>> values_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
