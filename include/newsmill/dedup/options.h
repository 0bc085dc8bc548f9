// Options of deduplication.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::dedup {

/// What newsmill does with exact copies, near copies and excerpts.
enum class Duplicates { kRoute, kAnnotate, kDrop };

struct Options {
  bool enabled = true;
  /// The log time for which the index remembers a published text.
  std::chrono::seconds window = std::chrono::hours(72);
  /// The maximum number of published texts that the index remembers. If more
  /// texts are published within the window, the window becomes shorter. A text
  /// needs about 750 bytes of memory.
  int64_t max_entries = 3'000'000;
  Duplicates duplicates = Duplicates::kRoute;
};

}  // namespace newsmill::dedup
