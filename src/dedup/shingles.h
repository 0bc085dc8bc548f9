// Computes the shingles of a text. A shingle is a sequence of three words. In
// scripts that are written without spaces, it is a sequence of five code
// points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newsmill::dedup {

/// No shingle has this hash.
inline constexpr uint64_t kNoShingle = ~uint64_t{0};

struct Shingles {
  /// The hashes in the order of the text, with repetitions. A text shorter than
  /// a shingle is one shingle. A text without words has no shingles.
  std::vector<uint64_t> hashes;
  /// The number of shingles in the first 100 words, or in the first 200 code
  /// points, of the text.
  size_t lead = 0;
};

/// Returns the shingles of a text that model::NormalisedText has returned.
Shingles ShinglesOf(std::string_view text);

struct DifferentShingles {
  uint32_t all = 0;
  uint32_t lead = 0;  // different hashes among the first `lead` hashes
};
/// Returns the exact number of different hashes. Takes linear time, or n log n
/// if the hashes were chosen to collide.
DifferentShingles CountDifferent(std::span<const uint64_t> hashes, size_t lead);

}  // namespace newsmill::dedup
