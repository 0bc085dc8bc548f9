// Remembers the file and the line from which each input message was read.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "newsmill/base/mutex.h"

namespace newsmill::files {

struct InputPlace {
  std::string file;             // as in the command line
  std::optional<int64_t> line;  // counted from 1; only in NDJSON files
};

/// The place (file and line) of each message in flight. The source adds the
/// places, and the sink reads the places. Thread-safe.
class InputPlaces {
 public:
  /// Adds the place of the next offset. The first offset is 0.
  void Add(InputPlace place) {
    const MutexLock lock(mutex_);
    places_.push_back(std::move(place));
  }

  /// Returns the place of `offset`.
  /// REQUIRES: the offset was added and was not forgotten.
  InputPlace Find(int64_t offset) {
    const MutexLock lock(mutex_);
    return places_.at(static_cast<size_t>(offset - first_));
  }

  /// Forgets the places of all offsets below `offset`.
  void ForgetBelow(int64_t offset) {
    const MutexLock lock(mutex_);
    for (; first_ < offset && !places_.empty(); ++first_) places_.pop_front();
  }

 private:
  Mutex mutex_;
  std::deque<InputPlace> places_ GUARDED_BY(mutex_);
  int64_t first_ GUARDED_BY(mutex_) = 0;
};

}  // namespace newsmill::files
