// Options of deduplication.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::dedup {

/// What newsmill does with exact copies, near copies and excerpts. kRoute:
/// publishes them on topics.duplicates. kAnnotate: publishes them on
/// topics.articles. kDrop: does not publish them.
enum class Duplicates { kRoute, kAnnotate, kDrop };

struct Options {
  bool enabled = true;
  /// How long the index remembers a published text, in log time. Log time is
  /// the greatest timestamp in the fingerprint log so far.
  std::chrono::seconds window = std::chrono::hours(72);
  /// The maximum number of published texts that the index remembers. If more
  /// texts are published within `window`, the index forgets the oldest texts
  /// before `window` has passed. A text needs about 650 bytes of memory.
  int64_t max_entries = 3'000'000;
  Duplicates duplicates = Duplicates::kRoute;
  /// Whether workers delete entries from the beginning of the fingerprint log
  /// that no worker needs any more.
  bool trim = true;
};

}  // namespace newsmill::dedup
