// A value of its own for each thread that asks, and a look at all of them.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <thread>

#include "newsmill/base/mutex.h"

namespace newsmill::telemetry {

/// T is written by its thread alone, and read by others meanwhile. Values live
/// as long as this object: threads that have ended leave theirs, or hand it to
/// the next thread of their id.
template <typename T>
class PerThread {
 public:
  /// This thread's. Takes a lock at the first call only (and whenever a thread
  /// turns from one object to another, as tests do).
  T& Mine() {
    struct Last {
      uint64_t owner = 0;
      T* value = nullptr;
    };
    thread_local Last last;
    if (last.owner != id_) last = {id_, &FindOrAdd()};
    return *last.value;
  }

  /// New threads wait meanwhile, those that have a value do not.
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
  // Never used again, as an address would be.
  static uint64_t NextId() {
    static std::atomic<uint64_t> last = 0;
    return ++last;
  }

  const uint64_t id_ = NextId();
  mutable Mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<T>> values_ GUARDED_BY(mutex_);
};

}  // namespace newsmill::telemetry
