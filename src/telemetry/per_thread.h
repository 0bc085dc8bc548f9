// One value for each thread, which all threads can read.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <thread>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// The values. Each value is written only by its thread; other threads read it
/// at the same time. A value lives as long as this object, even after its
/// thread has ended. A later thread with the same id continues the value.
template <typename T>
class PerThread {
 public:
  /// Returns the calling thread's value. Takes a lock only at the thread's
  /// first call, and when the thread changes from one object to another, as in
  /// tests.
  T& OfThisThread() {
    struct Last {
      uint64_t owner = 0;
      T* value = nullptr;
    };
    thread_local Last last;
    if (last.owner != id_) last = {id_, &FindOrAdd()};
    return *last.value;
  }

  /// Calls `visit` with each value. In the meantime new threads wait; threads
  /// that already have a value do not.
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
  // Returns a new id. Unlike an address, an id is never used again.
  static uint64_t NextId() {
    static std::atomic<uint64_t> last = 0;
    return ++last;
  }

  const uint64_t id_ = NextId();
  mutable Mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<T>> values_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
