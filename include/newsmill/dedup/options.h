// Options of deduplication.
#pragma once

#include <chrono>
#include <cstdint>

namespace newsmill::dedup {

/// What becomes of exact, near and excerpt copies.
enum class Duplicates { kRoute, kAnnotate, kDrop };

struct Options {
  bool enabled = true;
  /// Log time for which an original is remembered.
  std::chrono::seconds window = std::chrono::hours(72);
  /// Published texts remembered at most; the window shrinks first. One takes
  /// about 700 bytes.
  int64_t max_entries = 3'000'000;
  Duplicates duplicates = Duplicates::kRoute;
};

}  // namespace newsmill::dedup
