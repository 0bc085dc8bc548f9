#include "sketch.h"

#include <algorithm>
#include <array>

#include "mixing.h"
#include "newsmill/base/check.h"
#include "shingles.h"

namespace newsmill::dedup {
namespace {

constexpr size_t kMostRegisters = 128;

/// Maps the high half of a hash to one of `count` equal ranges.
size_t PartOf(uint64_t hash, size_t count) {
  return (hash >> 32) * count >> 32;
}

/// Returns the register whose value the register `empty` copies. The number
/// `empty` determines a sequence of registers. The result is the first register
/// in this sequence that has a value.
size_t DonorOf(size_t empty, std::span<const uint64_t> minima) {
  for (uint64_t attempt = 0;; ++attempt) {
    const size_t asked =
        PartOf(Mixed(uint64_t{empty} << 32 | attempt), minima.size());
    if (minima[asked] != kNoShingle) return asked;
  }
}

}  // namespace

void Sketch(std::span<const uint64_t> shingles, std::span<uint8_t> registers) {
  NEWSMILL_CHECK(registers.size() <= kMostRegisters);
  std::ranges::fill(registers, uint8_t{0});
  if (shingles.empty()) return;

  std::array<uint64_t, kMostRegisters> buffer;
  const std::span minima = std::span(buffer).first(registers.size());
  std::ranges::fill(minima, kNoShingle);
  for (const uint64_t hash : shingles) {
    uint64_t& minimum = minima[PartOf(hash, minima.size())];
    minimum = std::min(minimum, hash);
  }
  for (size_t i = 0; i < registers.size(); ++i) {
    const size_t from = minima[i] != kNoShingle ? i : DonorOf(i, minima);
    registers[i] = static_cast<uint8_t>(minima[from]);
  }
}

}  // namespace newsmill::dedup
