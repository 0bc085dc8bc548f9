// Options of deduplication.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::dedup {

/// What happens to exact, near and excerpt copies.
enum class Duplicates { kRoute, kAnnotate, kDrop };

struct Options {
  bool enabled = true;
  /// Log time for which a published text is remembered.
  std::chrono::seconds window = std::chrono::hours(72);
  /// Number of published texts remembered at most; more shorten the window. A
  /// text needs about 700 bytes of memory.
  int64_t max_entries = 3'000'000;
  Duplicates duplicates = Duplicates::kRoute;
};

}  // namespace newsmill::dedup
