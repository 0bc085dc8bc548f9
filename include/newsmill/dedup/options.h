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
  /// Originals remembered at most; the window shrinks first.
  int64_t max_entries = 3'000'000;
  Duplicates duplicates = Duplicates::kRoute;
};

}  // namespace newsmill::dedup
