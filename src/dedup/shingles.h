// The shingles of a text: every run of three words, or of five code points in
// scripts that are written without spaces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newsmill::dedup {

/// The hash of no shingle.
inline constexpr uint64_t kNoShingle = ~uint64_t{0};

struct Shingles {
  /// In the order of the text, repeated ones too. A text that is shorter than a
  /// shingle is one; a text without words has none.
  std::vector<uint64_t> hashes;
  /// So many of them lie in the text's first 100 words, or 200 code points.
  size_t lead = 0;
};

/// `text` is as model::NormalisedText gives it.
Shingles ShinglesOf(std::string_view text);

struct DifferentShingles {
  uint32_t all = 0;
  uint32_t lead = 0;  // among the first `lead` ones
};
/// Exact. Linear in time, n log n for hashes that are made to collide.
DifferentShingles CountDifferent(std::span<const uint64_t> hashes, size_t lead);

}  // namespace newsmill::dedup
